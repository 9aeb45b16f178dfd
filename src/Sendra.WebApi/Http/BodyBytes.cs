using System.Buffers;

namespace Sendra.WebApi.Http;

/// <summary>The bytes of a body in one piece.</summary>
internal static class BodyBytes
{
    /// <summary>Without a copy when it is in one piece, as most are.</summary>
    public static ReadOnlySpan<byte> InOnePiece(this ReadOnlySequence<byte> body) => body.IsSingleSegment ? body.FirstSpan : body.ToArray();
}
