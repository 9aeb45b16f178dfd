using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Sendra.Application.Common;
using Sendra.Application.Ingestion;

namespace Sendra.WebApi.Http;

/// <summary>Reads whole bodies, within what the node can hold.</summary>
internal static class RequestBody
{
    // The number of connections bounds what is smaller; most bodies are, and are not counted.
    private const int Small = 16 * 1024;

    // How much of a body that is too large is read and dropped.
    private const int MaxDrainedBytes = HttpServer.MaxBatchBodyBytes;

    /// <summary>Reads the body to its end; for most requests it is already there, in one piece.</summary>
    /// <param name="http">The request.</param>
    /// <param name="maxBytes">The largest that is taken, where the action's own limit is no smaller.</param>
    /// <param name="parse">Makes something of it; what it is given is gone afterwards.</param>
    /// <exception cref="BadHttpRequestException">413, or what the server itself refuses, such as 408.</exception>
    /// <exception cref="IngestionUnavailableException">The node holds too much already.</exception>
    public static Task<T> ReadBodyAsync<T>(this HttpContext http, long maxBytes, Func<ReadOnlySequence<byte>, T> parse) =>
        http.ReadBodyAsync(maxBytes, parse, isLast: true);

    /// <summary>The same, and leaves the body to be read again.</summary>
    /// <inheritdoc cref="ReadBodyAsync{T}(HttpContext, long, Func{ReadOnlySequence{byte}, T})" />
    public static Task<T> PeekBodyAsync<T>(this HttpContext http, long maxBytes, Func<ReadOnlySequence<byte>, T> parse) =>
        http.ReadBodyAsync(maxBytes, parse, isLast: false);

    private static async Task<T> ReadBodyAsync<T>(this HttpContext http, long maxBytes, Func<ReadOnlySequence<byte>, T> parse, bool isLast)
    {
        var reader = http.Request.BodyReader;
        maxBytes = Math.Min(maxBytes, http.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? HttpServer.MaxBodyBytes);
        AllowDraining(http, maxBytes);
        HeldBody? held = null;
        while (true)
        {
            var read = await reader.ReadAsync(http.RequestAborted);
            var length = read.Buffer.Length;
            if (http.Request.ContentLength > maxBytes || length > maxBytes)
            {
                reader.AdvanceTo(read.Buffer.End);
                await DrainAsync(reader, read.IsCompleted, http.RequestAborted);
                throw new BadHttpRequestException("The body is too large.", StatusCodes.Status413PayloadTooLarge);
            }

            if (length > Small && !(held ??= Hold(http)).TryGrowTo(length))
            {
                reader.AdvanceTo(read.Buffer.End);
                throw IngestionUnavailableException.TooManyBytes();
            }

            if (!read.IsCompleted)
            {
                reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                continue;
            }

            try
            {
                return isLast && length > Small ? await InTurnAsync(http, () => parse(read.Buffer)) : parse(read.Buffer);
            }
            finally
            {
                reader.AdvanceTo(isLast ? read.Buffer.End : read.Buffer.Start);
            }
        }
    }

    // At its own limit, the server breaks the connection, and a client that is still sending never sees the answer. One that
    // asks first (Expect) gets it at once.
    private static void AllowDraining(HttpContext http, long maxBytes)
    {
        if (http.Request.Headers.Expect.Count == 0 && http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } server)
        {
            server.MaxRequestBodySize = maxBytes + MaxDrainedBytes;
        }
    }

    private static async Task DrainAsync(PipeReader reader, bool isWhole, CancellationToken cancellationToken)
    {
        try
        {
            while (!isWhole)
            {
                var read = await reader.ReadAsync(cancellationToken);
                reader.AdvanceTo(read.Buffer.End);
                isWhole = read.IsCompleted;
            }
        }
        catch (BadHttpRequestException)
        {
            // Too much even for that, or too slow.
        }
    }

    private static Task<T> InTurnAsync<T>(HttpContext http, Func<T> work)
    {
        var workspaceId = http.RequestServices.GetRequiredService<IWorkspaceContext>().CurrentWorkspaceId ?? default;
        return http.RequestServices.GetRequiredService<BulkWork>().RunAsync(workspaceId, work, http.RequestAborted);
    }

    private static HeldBody Hold(HttpContext http)
    {
        var held = new HeldBody(http.RequestServices.GetRequiredService<BodyBudget>());
        http.Response.RegisterForDispose(held);
        return held;
    }
}
