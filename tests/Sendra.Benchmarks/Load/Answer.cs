using System.Buffers.Text;

namespace Sendra.Benchmarks.Load;

/// <summary>What an answer acknowledged.</summary>
/// <param name="Events">How many events.</param>
/// <param name="Enrolled">What it said about enrollments.</param>
/// <param name="Exited">What it said about exits.</param>
/// <param name="Refused">1 when it is 503 with Retry-After: nothing was stored.</param>
internal readonly record struct Answer(long Events, long Enrolled, long Exited, long Refused = 0)
{
    /// <summary>Reads the answer to a send or batch call, or to a delivery; that of a list says nothing about enrollments.</summary>
    public static Answer Read(ReadOnlySpan<byte> body)
    {
        var accepted = body.IndexOf("\"accepted\":"u8) >= 0 ? Sum(body, "\"accepted\":"u8)
            : body.IndexOf("\"processed\":"u8) >= 0 ? Sum(body, "\"processed\":"u8)
            : 1;
        return new Answer(accepted, Sum(body, "\"enrolled\":"u8), Sum(body, "\"exited\":"u8));
    }

    public Answer Plus(Answer other) =>
        new(Events + other.Events, Enrolled + other.Enrolled, Exited + other.Exited, Refused + other.Refused);

    private static long Sum(ReadOnlySpan<byte> body, ReadOnlySpan<byte> field)
    {
        var sum = 0L;
        for (var at = body.IndexOf(field); at >= 0; at = body.IndexOf(field))
        {
            body = body[(at + field.Length)..];
            sum += Utf8Parser.TryParse(body, out long value, out _) ? value : 0;
        }

        return sum;
    }
}
