using System.Buffers;
using Sendra.Domain.Enrollments;

namespace Sendra.Infrastructure.Calls;

/// <summary>Reads as much of an answer as is kept. Its status has come already, so what breaks off the rest changes nothing.</summary>
internal static class AnswerReader
{
    /// <returns>The beginning of the answer, compressed; null when it is empty.</returns>
    public static async Task<byte[]?> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(EffectResult.MaxAnswerBytes);
        try
        {
            await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
            var read = await stream.ReadAtLeastAsync(bytes.AsMemory(0, EffectResult.MaxAnswerBytes), EffectResult.MaxAnswerBytes, throwOnEndOfStream: false, cancellationToken);
            return read == 0 ? null : KeptText.Compress(bytes.AsSpan(0, read));
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException)
        {
            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }
}
