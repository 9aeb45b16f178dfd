using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Sendra.Infrastructure.Ingestion;

namespace Sendra.WebApi.Operating;

/// <summary>
/// Metrics, traces and logs by OpenTelemetry, each only where somebody asked for it: pushed when
/// <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says where to, and metrics to be fetched from <c>/metrics</c> when
/// <c>Prometheus__Enabled</c> is true.
/// </summary>
internal static class Telemetry
{
    private const string ServiceName = "sendra";
    private const string PushTo = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        var (push, fetch) = (!string.IsNullOrWhiteSpace(configuration[PushTo]), IsFetched(configuration));
        if (!push && !fetch)
        {
            return services;
        }

        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(ServiceName, serviceVersion: Version))
            .WithMetrics(metrics =>
            {
                metrics.AddMeter(IngestionMetrics.MeterName, "System.Runtime", "Npgsql").AddAspNetCoreInstrumentation();
                if (fetch)
                {
                    metrics.AddPrometheusExporter();
                }
            });
        if (push)
        {
            // A query may hold an address of a person: the instrumentation writes it as "Redacted".
            telemetry.WithTracing(traces => traces
                .AddSource(IngestionMetrics.MeterName)
                .AddAspNetCoreInstrumentation(options => options.Filter = context => !context.Request.Path.StartsWithSegments("/health")))
                .UseOtlpExporter();
        }

        return services;
    }

    public static void MapMetrics(this WebApplication app)
    {
        if (IsFetched(app.Configuration))
        {
            app.MapPrometheusScrapingEndpoint().AllowAnonymous();
        }
    }

    private static string? Version => typeof(Telemetry).Assembly.GetName().Version?.ToString();

    private static bool IsFetched(IConfiguration configuration) => configuration.GetValue<bool>("Prometheus:Enabled");
}
