package io.github.frebscope.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorCodesTest {
  @ParameterizedTest
  @CsvSource({
    "0x00000000,NO_ERROR",
    "0x8000001A,E_APPLICATION_EXITING",
    "0x80004005,E_FAIL",
    "0x80070002,ERROR_FILE_NOT_FOUND",
    "0x80070003,ERROR_PATH_NOT_FOUND",
    "0x80070005,ERROR_ACCESS_DENIED",
    "0x8007000D,ERROR_INVALID_DATA",
    "0x80070021,ERROR_LOCK_VIOLATION",
    "0x80070040,ERROR_NETNAME_DELETED",
    "0x80070057,ERROR_INVALID_PARAMETER",
    "0x8007006D,ERROR_BROKEN_PIPE",
    "0x800700B7,ERROR_ALREADY_EXISTS",
    "0x80070102,WAIT_TIMEOUT",
    "0x800703E3,ERROR_OPERATION_ABORTED",
    "0x8007042B,ERROR_PROCESS_ABORTED",
    "0x800704CD,ERROR_CONNECTION_INVALID",
    "0x800704D4,ERROR_CONNECTION_ABORTED",
    "0x8007053D,ERROR_SERVER_DISABLED",
    "0x800705B4,ERROR_TIMEOUT",
    "0x8007065F,ERROR_CREATE_FAILED",
    "0x80072746,WSAECONNRESET",
    "0x80072EE2,ERROR_WINHTTP_TIMEOUT",
    "0x80072EE7,ERROR_WINHTTP_NAME_NOT_RESOLVED",
    "0x80072EFD,ERROR_WINHTTP_CANNOT_CONNECT",
    "0x80072EFE,ERROR_WINHTTP_CONNECTION_ERROR",
    "0x80072F78,ERROR_WINHTTP_INVALID_SERVER_RESPONSE",
    "0x80072F8F,ERROR_WINHTTP_SECURE_FAILURE",
    "0xC00000FD,STATUS_STACK_OVERFLOW",
    "0xE0434352,CLR_EXCEPTION"
  })
  void known_hresults(String hex, String name) {
    long code = Long.decode(hex);
    assertThat(ErrorCodes.find(code))
        .hasValueSatisfying(
            error -> {
              assertThat(error.name()).isEqualTo(name);
              assertThat(error.code()).isEqualTo(code);
              assertThat(error.hex()).isEqualTo(hex);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "3,ERROR_PATH_NOT_FOUND",
    "5,ERROR_ACCESS_DENIED",
    "64,ERROR_NETNAME_DELETED",
    "109,ERROR_BROKEN_PIPE",
    "995,ERROR_OPERATION_ABORTED",
    "1229,ERROR_CONNECTION_INVALID",
    "1236,ERROR_CONNECTION_ABORTED",
    "1460,ERROR_TIMEOUT",
    "10048,WSAEADDRINUSE",
    "10054,WSAECONNRESET",
    "10055,WSAENOBUFS",
    "10060,WSAETIMEDOUT",
    "10061,WSAECONNREFUSED",
    "12002,ERROR_WINHTTP_TIMEOUT",
    "12007,ERROR_WINHTTP_NAME_NOT_RESOLVED",
    "12017,ERROR_WINHTTP_OPERATION_CANCELLED",
    "12019,ERROR_WINHTTP_INCORRECT_HANDLE_STATE",
    "12029,ERROR_WINHTTP_CANNOT_CONNECT",
    "12030,ERROR_WINHTTP_CONNECTION_ERROR",
    "12037,ERROR_WINHTTP_SECURE_CERT_DATE_INVALID",
    "12038,ERROR_WINHTTP_SECURE_CERT_CN_INVALID",
    "12044,ERROR_WINHTTP_CLIENT_AUTH_CERT_NEEDED",
    "12045,ERROR_WINHTTP_SECURE_INVALID_CA",
    "12057,ERROR_WINHTTP_SECURE_CERT_REV_FAILED",
    "12152,ERROR_WINHTTP_INVALID_SERVER_RESPONSE",
    "12157,ERROR_WINHTTP_SECURE_CHANNEL_ERROR",
    "12170,ERROR_WINHTTP_SECURE_CERT_REVOKED",
    "12175,ERROR_WINHTTP_SECURE_FAILURE",
    "12181,ERROR_WINHTTP_HEADER_COUNT_EXCEEDED",
    "12182,ERROR_WINHTTP_HEADER_SIZE_OVERFLOW",
    "12185,ERROR_WINHTTP_CLIENT_CERT_NO_PRIVATE_KEY",
    "12186,ERROR_WINHTTP_CLIENT_CERT_NO_ACCESS_PRIVATE_KEY"
  })
  void plain_numbers_mean_the_same_as_their_hresult(long win32, String name) {
    ErrorCode plain = ErrorCodes.find(win32).orElseThrow();
    ErrorCode full = ErrorCodes.find(0x80070000L | win32).orElseThrow();

    assertThat(plain.name()).isEqualTo(name).isEqualTo(full.name());
    assertThat(plain.text()).isEqualTo(full.text());
    assertThat(plain.win32()).isEqualTo(OptionalLong.of(win32)).isEqualTo(full.win32());
    assertThat(plain.code()).isEqualTo(win32);
    assertThat(full.code()).isEqualTo(0x80070000L | win32);
  }

  @Test
  void the_exact_code_goes_before_the_plain_win32_number() {
    assertThat(ErrorCodes.find(1028).map(ErrorCode::layer)).contains("iisnode");
  }

  @Test
  void codes_of_other_kinds_have_no_win32_number() {
    assertThat(ErrorCodes.find(0x80004005L).orElseThrow().win32()).isEmpty();
    assertThat(ErrorCodes.find(0x80090325L).orElseThrow())
        .satisfies(e -> assertThat(e.name()).isEqualTo("SEC_E_UNTRUSTED_ROOT"))
        .satisfies(e -> assertThat(e.layer()).isEqualTo("sec"))
        .satisfies(e -> assertThat(e.win32()).isEmpty());
  }

  @Test
  void winhttp_codes_have_the_text_that_iis_lacks() {
    assertThat(ErrorCodes.find(2147954429L).map(ErrorCode::text))
        .contains("A connection with the server could not be established.");
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0x80079999L, 0x8FFFFFFFL, 65_000, 0x1_0000_0000L, 200_001})
  void unknown_codes_are_empty(long code) {
    assertThat(ErrorCodes.find(code)).isEmpty();
  }

  @Test
  void hex_has_eight_digits_in_upper_case() {
    assertThat(ErrorCodes.hex(0)).isEqualTo("0x00000000");
    assertThat(ErrorCodes.hex(5)).isEqualTo("0x00000005");
    assertThat(ErrorCodes.hex(2147954429L)).isEqualTo("0x80072EFD");
    assertThat(ErrorCodes.hex(4294967295L)).isEqualTo("0xFFFFFFFF");
  }
}
