package io.github.frebscope.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnumeratedValuesTest {
  @ParameterizedTest
  @CsvSource({
    "NOTIFY_MODULE_END,Notification,32,REQUEST_ACQUIRE_STATE",
    "NOTIFY_MODULE_END,NotificationStatus,0,NOTIFICATION_CONTINUE",
    "NOTIFY_MODULE_END,NotificationStatus,1,NOTIFICATION_PENDING",
    "PRE_BEGIN_REQUEST_END,NotificationStatus,1,NOTIFICATION_HANDLED",
    "FILTER_END,NotificationStatus,134217730,SF_STATUS_REQ_NEXT_NOTIFICATION",
    "MODULE_SET_RESPONSE_ERROR_STATUS,Notification,0,PRE_BEGIN_REQUEST",
    "AUTH_START,AuthTypeSupported,128,MapCliCert",
    "AUTH_SUCCEEDED,AuthType,128,CertMap",
    "AUTH_SUCCEEDED,TokenImpersonationLevel,3,ImpersonationDelegate",
    "GENERAL_NOT_SEND_CUSTOM_ERROR,Reason,2,SETSTATUS_TRYSKIP",
    "DYNAMIC_COMPRESSION_NOT_SUCCESS,Reason,9,NOT_SUCCESS_STATUS",
    "STATIC_COMPRESSION_NOT_SUCCESS,Reason,9,FILE_ENCRYPTED",
    "HTTPSYS_CACHEABLE,Reason,25,REQUEST_FILTER_RULE",
    "OUTPUT_CACHE_LOOKUP_END,Result,0,NOT_FOUND",
    "OUTPUT_CACHE_UPDATE_END,Result,0,ADDED",
    "RULE_EVALUATION_START,PatternSyntax,0,Regex",
    "ANCM_INPROC_ASYNC_COMPLETION_COMPLETION,requestStatus,2,FINISH_REQUEST",
    "ANCM_WINHTTP_CALLBACK,InternetStatus,65536,SECURE_FAILURE"
  })
  void known_values(String event, String field, long value, String text) {
    assertThat(EnumeratedValues.text(event, field, value)).contains(text);
  }

  @Test
  void unknown_things_and_combined_flags_are_empty() {
    assertThat(EnumeratedValues.text("NOTIFY_MODULE_END", "Notification", 3)).isEmpty();
    assertThat(EnumeratedValues.text("GENERAL_GET_URL_METADATA", "AccessPerms", 513)).isEmpty();
    assertThat(EnumeratedValues.text("NOTIFY_MODULE_END", "ModuleName", 0)).isEmpty();
    assertThat(EnumeratedValues.text("NOTIFY_MODULE_END", "NoSuchField", 0)).isEmpty();
    assertThat(EnumeratedValues.text("NO_SUCH_EVENT", "Notification", 1)).isEmpty();
    assertThat(EnumeratedValues.text("GENERAL_FLUSH_RESPONSE_END", "ErrorCode", 0)).isEmpty();
  }

  @Test
  void levels() {
    assertThat(Levels.text(0)).isEqualTo("always");
    assertThat(Levels.text(1)).isEqualTo("critical");
    assertThat(Levels.text(2)).isEqualTo("error");
    assertThat(Levels.text(3)).isEqualTo("warning");
    assertThat(Levels.text(4)).isEqualTo("information");
    assertThat(Levels.text(5)).isEqualTo("verbose");
    assertThat(Levels.text(6)).isEqualTo("level 6");
    assertThat(Levels.text(-1)).isEqualTo("level -1");
  }

  @Test
  void winhttp_states() {
    assertThat(WinHttpCallback.text(0x10)).contains("SENDING_REQUEST");
    assertThat(WinHttpCallback.text(0x400000)).contains("SENDREQUEST_COMPLETE");
    assertThat(WinHttpCallback.text(0x30)).isEmpty();
    assertThat(WinHttpCallback.text(0)).isEmpty();
  }
}
