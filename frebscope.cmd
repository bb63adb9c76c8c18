@echo off
rem Runs frebscope. Beside an unpacked distribution's lib folder it runs that; in a checkout it runs
rem target\app\lib and builds it first when it is not there.
rem
rem JAVA_HOME      the Java to use, 17 or newer; otherwise the one on the PATH
rem FREBSCOPE_OPTS options for Java, for example -Xmx2g; they win over the ones below
rem
rem Delayed expansion stays off, so that exclamation marks in paths are left alone. Blocks in
rem parentheses are avoided, because a path such as C:\Program Files (x86) would end them.
setlocal EnableExtensions DisableDelayedExpansion
set "FREBSCOPE_HOME=%~dp0"

set "FREBSCOPE_JAVA=java.exe"
if not defined JAVA_HOME goto find_java
set "FREBSCOPE_JAVA=%JAVA_HOME:"=%\bin\java.exe"
if exist "%FREBSCOPE_JAVA%" goto find_lib
>&2 echo frebscope: JAVA_HOME is set, but "%FREBSCOPE_JAVA%" is not there; set it to a Java 17 or newer
exit /b 2

:find_java
where /q java.exe
if not errorlevel 1 goto find_lib
>&2 echo frebscope: no java found; install Java 17 or newer, or set JAVA_HOME to it
exit /b 2

:find_lib
set "FREBSCOPE_LIB=%FREBSCOPE_HOME%lib"
if exist "%FREBSCOPE_LIB%\" goto run
set "FREBSCOPE_LIB=%FREBSCOPE_HOME%target\app\lib"
if exist "%FREBSCOPE_LIB%\frebscope-*.jar" goto run

call :check_java
if errorlevel 1 exit /b 2
if exist "%FREBSCOPE_HOME%pom.xml" goto find_maven
>&2 echo frebscope: neither lib nor pom.xml is in "%FREBSCOPE_HOME%"; unpack the whole distribution
exit /b 2

:find_maven
where /q mvn
if not errorlevel 1 goto build
>&2 echo frebscope: not built yet, and no mvn found; install Maven 3.8 or newer, or use a distribution
exit /b 2

:build
>&2 echo frebscope: first use: building it with Maven in "%FREBSCOPE_HOME%" - a minute or two, once ...
pushd "%FREBSCOPE_HOME%"
if errorlevel 1 exit /b 2
call mvn -q -B -DskipTests package 1>&2
set "FREBSCOPE_BUILD=%ERRORLEVEL%"
popd
if not "%FREBSCOPE_BUILD%"=="0" goto build_failed
if not exist "%FREBSCOPE_LIB%\frebscope-*.jar" goto build_failed
>&2 echo frebscope: built.
goto run

:build_failed
>&2 echo frebscope: the build failed; its messages are above
exit /b 2

:run
"%FREBSCOPE_JAVA%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto %FREBSCOPE_OPTS% -cp "%FREBSCOPE_LIB%\*" io.github.frebscope.cli.Main %*
set "FREBSCOPE_STATUS=%ERRORLEVEL%"
if not "%FREBSCOPE_STATUS%"=="1" exit /b %FREBSCOPE_STATUS%
rem Java answers 1 when it cannot start the program at all: perhaps it is too old.
call :check_java
exit /b %FREBSCOPE_STATUS%

:check_java
set "FREBSCOPE_VERSION="
for /f "tokens=3" %%v in ('call "%FREBSCOPE_JAVA%" -version 2^>^&1 ^| findstr /i /c:" version "') do set "FREBSCOPE_VERSION=%%~v"
if not defined FREBSCOPE_VERSION exit /b 0
for /f "delims=.-+ tokens=1" %%v in ("%FREBSCOPE_VERSION%") do set "FREBSCOPE_MAJOR=%%v"
if %FREBSCOPE_MAJOR% GEQ 17 exit /b 0
>&2 echo frebscope: "%FREBSCOPE_JAVA%" is Java %FREBSCOPE_VERSION%; frebscope needs 17 or newer ^(set JAVA_HOME^)
exit /b 1
