using System.Buffers;
using System.IO.Pipelines;
using Sendra.Application.Events;

namespace Sendra.WebApi.Events;

/// <summary>Writes events as NDJSON: the log's items, one a line.</summary>
internal static class NdjsonExport
{
    private const int FlushAt = 64 * 1024;

    public static async Task WriteAsync(IAsyncEnumerable<IReadOnlyList<LoggedEvent>> pages, PipeWriter body, CancellationToken cancellationToken)
    {
        using var line = new EventLine();
        await foreach (var page in pages.WithCancellation(cancellationToken))
        {
            foreach (var logged in page)
            {
                body.Write(line.Write(logged).Span);
                body.Write("\n"u8);
                if (body.UnflushedBytes > FlushAt)
                {
                    await body.FlushAsync(cancellationToken);
                }
            }

            await body.FlushAsync(cancellationToken);
        }
    }
}
