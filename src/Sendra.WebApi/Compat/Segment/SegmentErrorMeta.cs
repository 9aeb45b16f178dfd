namespace Sendra.WebApi.Compat.Segment;

/// <summary>What went wrong.</summary>
/// <param name="Error">A sentence for people.</param>
public sealed record SegmentErrorMeta(string Error);
