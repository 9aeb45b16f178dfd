using Microsoft.AspNetCore.Server.Kestrel.Core;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Http;

/// <summary>What holds for every request, before anyone looks at what it wants.</summary>
internal static class HttpServer
{
    /// <summary>The greatest body in bytes, unless an action says otherwise.</summary>
    public const int MaxBodyBytes = 1024 * 1024;

    /// <summary>The greatest body of a batch of events in bytes.</summary>
    public const int MaxBatchBodyBytes = 16 * MaxBodyBytes;

    /// <summary>The greatest body in bytes that is taken from nobody in particular.</summary>
    public const int MaxAnonymousBodyBytes = 16 * 1024;

    // What the server reads ahead of those who ask for it, for each connection: it has to hold all headers.
    private const int ReadAheadBytes = 64 * 1024;

    private static readonly TimeSpan SlowStart = TimeSpan.FromSeconds(5);

    public static IServiceCollection AddHttpServer(this IServiceCollection services, IConfiguration configuration)
    {
        var limits = HttpLimits.From(configuration);
        return services.AddSingleton(limits).AddSingleton<BodyBudget>().Configure<KestrelServerOptions>(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = MaxBodyBytes;
            options.Limits.MaxConcurrentConnections = limits.Connections;
            options.Limits.MaxRequestBufferSize = ReadAheadBytes;
            options.Limits.Http2.InitialConnectionWindowSize = ReadAheadBytes;
            options.Limits.Http2.InitialStreamWindowSize = ReadAheadBytes;
            options.Limits.MinRequestBodyDataRate = new MinDataRate(limits.BodyBytesPerSecond, SlowStart);
        });
    }

    public static IApplicationBuilder UseHttpServer(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // At the last moment: an error clears what was set before.
        context.Response.OnStarting(
            static response =>
            {
                SecurityHeaders.Set((HttpResponse)response);
                return Task.CompletedTask;
            },
            context.Response);
        RefuseNul(context.Request.Query);
        return next(context);
    });

    // No text in Sendra has NUL in it and not every database can even search for it, so no query has to check.
    private static void RefuseNul(IQueryCollection query)
    {
        foreach (var (name, values) in query)
        {
            if (values.Any(value => value is not null && value.Contains('\0', StringComparison.Ordinal)))
            {
                throw JsonBody.Wrong(name, "must not have control characters");
            }
        }
    }
}
