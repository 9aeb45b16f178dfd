using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Sendra.Infrastructure.Clocks;
using Sendra.Infrastructure.Persistence;
using Sendra.Infrastructure.Persistence.Replicas;
using Sendra.WebApi.Errors;

namespace Sendra.WebApi.Health;

/// <summary>
/// <c>/health/live</c>: the process runs. <c>/health/ready</c>: it can also reach its database and is not about to
/// stop, so that a load balancer may send requests.
/// </summary>
internal static class HealthEndpoints
{
    private const string Database = "database";
    private const string Stopping = "stopping";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddScoped<DatabaseProbe>().AddHealthChecks()
            .AddCheck<StoppingHealth>(Stopping)
            .AddCheck<DatabaseHealth>(Database, timeout: Patience);
        return services;
    }

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync }).AllowAnonymous();
    }

    private static Task WriteAsync(HttpContext context, HealthReport report) => report switch
    {
        { Status: HealthStatus.Healthy, Entries.Count: 0 } => context.Response.WriteAsJsonAsync(new { status = "healthy" }, context.RequestAborted),
        { Status: HealthStatus.Healthy } => context.Response.WriteAsJsonAsync(
            Describe(context.RequestServices.GetRequiredService<ClockState>(), context.RequestServices.GetRequiredService<ReplicaState>()), context.RequestAborted),
        _ when report.Entries[Stopping].Status != HealthStatus.Healthy =>
            context.WriteProblemAsync(StatusCodes.Status503ServiceUnavailable, Stopping, "This node is stopping."),
        _ => context.WriteProblemAsync(StatusCodes.Status503ServiceUnavailable, "storageUnavailable", "The database can't be reached."),
    };

    private static object Describe(ClockState clock, ReplicaState replica) => replica.IsThere
        ? new { status = "healthy", clock = Describe(clock), readReplica = Describe(replica) }
        : new { status = "healthy", clock = Describe(clock) };

    // Not a reason to send nothing: the node goes by the database's time.
    private static object Describe(ClockState clock) => new
    {
        status = clock.SystemIsRight ? "right" : "differs",
        systemAheadSeconds = Math.Round(clock.SystemAhead.TotalSeconds, 3),
    };

    // Nor is this: while it isn't read, the database itself is.
    private static object Describe(ReplicaState replica) => new
    {
        status = replica.IsRead ? "read" : replica.Behind is null ? "notAnswering" : "tooFarBehind",
        behindSeconds = replica.Behind is { } behind ? Math.Round(behind.TotalSeconds, 1) : (double?)null,
    };
}
