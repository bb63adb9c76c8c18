package io.github.frebscope.report;

import io.github.frebscope.query.Attribute;
import io.github.frebscope.query.Attributes;
import io.github.frebscope.query.TraceSet;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The traces of a set in the table {@code t} of an SQL engine that knows nothing of this library:
 * H2, in memory, filled from the CSV that the set is exported as. Columns are the attributes, with
 * their types; lengths of time are numbers of nanoseconds, an empty cell is NULL, and {@code n} is
 * the number of the row.
 *
 * <p>{@link CsvReport} puts an apostrophe before a text that a spreadsheet would take for a
 * formula. A reader has to take it off again where one of those characters follows it, and nowhere
 * else: a text that begins with an apostrophe of its own is written as it is. (One that begins with
 * an apostrophe and such a character of its own cannot be told from a guarded one; there is none
 * here.)
 */
final class SqlTraces implements AutoCloseable {
  private static final String GUARD = "^''([=+\\-@\\t\\r\\n])";

  private final Connection connection;

  private SqlTraces(Connection connection) {
    this.connection = connection;
  }

  /**
   * A table of those traces.
   *
   * @param folder where the CSV may be written
   */
  static SqlTraces of(TraceSet traces, Path folder) throws IOException, SQLException {
    Path csv = folder.resolve("traces.csv");
    try (Writer out = Files.newBufferedWriter(csv)) {
      new CsvReport(Redaction.off()).write(traces, out);
    }
    // Names as they stand in the CSV, found in any case.
    SqlTraces sql =
        new SqlTraces(
            DriverManager.getConnection(
                "jdbc:h2:mem:;DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE"));
    String columns =
        Attributes.all().stream().map(SqlTraces::typed).collect(Collectors.joining(", "));
    try (Statement statement = sql.connection.createStatement()) {
      statement.execute(
          "CREATE TABLE t AS SELECT ROWNUM() AS n, "
              + columns
              + " FROM CSVREAD('"
              + csv
              + "', NULL, 'charset=UTF-8 preserveWhitespace=true')");
    }
    return sql;
  }

  private static String typed(Attribute<?> attribute) {
    String name = '"' + attribute.name() + '"';
    Class<?> type = attribute.type();
    String value;
    if (type == Integer.class || type == Long.class) {
      value = "CAST(" + name + " AS BIGINT)";
    } else if (type == Duration.class) {
      value = "CAST(" + name + " AS BIGINT) * 1000000";
    } else if (type == Boolean.class) {
      value = "CAST(" + name + " AS BOOLEAN)";
    } else if (type == Instant.class) {
      value = "CAST(" + name + " AS TIMESTAMP(3) WITH TIME ZONE)";
    } else {
      value = "REGEXP_REPLACE(" + name + ", '" + GUARD + "', '$1')";
    }
    return value + " AS " + name;
  }

  /**
   * The answer to a question: its rows, with nulls for NULL and Instants for times.
   *
   * @param zone the zone in which the engine takes times apart
   */
  List<List<Object>> ask(String zone, String question) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET TIME ZONE '" + zone + "'");
      try (ResultSet found = statement.executeQuery(question)) {
        int columns = found.getMetaData().getColumnCount();
        List<List<Object>> rows = new ArrayList<>();
        while (found.next()) {
          List<Object> row = new ArrayList<>();
          for (int i = 1; i <= columns; i++) {
            Object value = found.getObject(i);
            row.add(value instanceof OffsetDateTime time ? time.toInstant() : value);
          }
          rows.add(row);
        }
        return rows;
      }
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
