namespace Sendra.WebApi.Compat.Segment;

/// <summary>An error as Segment's clients read it, and those of Customer.io's pipelines, which look into <c>meta</c>.</summary>
/// <param name="Message">A sentence for people.</param>
public sealed record SegmentError(string Message)
{
    /// <summary>Always false.</summary>
    /// <example>false</example>
    public bool Success => false;

    /// <summary>The same for Customer.io's client.</summary>
    public SegmentErrorMeta Meta => new(Message);
}
