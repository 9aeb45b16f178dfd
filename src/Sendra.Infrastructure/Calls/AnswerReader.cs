using Sendra.Domain.Enrollments;

namespace Sendra.Infrastructure.Calls;

/// <summary>Reads as much of an answer as is kept. Its status has come already, so what breaks off the rest changes nothing.</summary>
internal static class AnswerReader
{
    /// <returns>The beginning of the answer, compressed; null when it is empty.</returns>
    public static async Task<byte[]?> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var bytes = new byte[EffectResult.MaxAnswerBytes];
        var read = 0;
        try
        {
            await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
            read = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException)
        {
            return null;
        }

        return read == 0 ? null : KeptText.Compress(bytes.AsSpan(0, read));
    }
}
