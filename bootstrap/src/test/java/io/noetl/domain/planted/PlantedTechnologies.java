package io.noetl.domain.planted;

import com.fasterxml.jackson.core.JsonParser;
import com.google.inject.Injector;
import java.awt.Font;
import java.net.http.HttpClient;
import java.sql.Connection;
import org.apache.parquet.column.ColumnDescriptor;
import org.duckdb.DuckDBConnection;
import org.jfree.chart.JFreeChart;
import org.yaml.snakeyaml.LoaderOptions;
import picocli.CommandLine;

/** Breaks the rule of one home for each technology on purpose: it knows all of them. */
public record PlantedTechnologies(
    Connection sql,
    DuckDBConnection duckDb,
    ColumnDescriptor parquet,
    JsonParser jackson,
    LoaderOptions yaml,
    HttpClient http,
    CommandLine picocli,
    Injector guice,
    JFreeChart charts,
    Font drawing) {}
