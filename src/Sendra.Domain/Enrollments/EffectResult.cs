namespace Sendra.Domain.Enrollments;

/// <summary>What came of one try of an effect.</summary>
public abstract record EffectResult
{
    /// <summary>The most of an answer that is kept, in bytes before they are compressed.</summary>
    public const int MaxAnswerBytes = 64 * 1024;

    private EffectResult(int? status, byte[]? answer) => (Status, Answer) = (status, answer);

    /// <summary>The status of the answer, of HTTP or SMTP; null when there was none.</summary>
    public int? Status { get; }

    /// <summary>The answer, compressed.</summary>
    public byte[]? Answer { get; }

    public sealed record Done(int? Status, byte[]? Answer) : EffectResult(Status, Answer);

    /// <summary>It failed for good.</summary>
    /// <param name="Code">Why.</param>
    /// <param name="Problem">Why, as a sentence.</param>
    public sealed record Failed(VisitCode Code, string Problem, int? Status = null, byte[]? Answer = null) : EffectResult(Status, Answer);

    /// <summary>It was not to be done after all.</summary>
    /// <param name="Code">Why.</param>
    /// <param name="Problem">Why, as a sentence.</param>
    public sealed record Skipped(VisitCode Code, string Problem) : EffectResult(null, null);

    /// <summary>It was not tried, for a reason that says nothing about it: that counts as no try.</summary>
    /// <param name="Problem">Why, as a sentence.</param>
    /// <param name="Until">When it is due again.</param>
    public sealed record Postponed(string Problem, DateTimeOffset Until) : EffectResult(null, null);

    /// <summary>It failed, and the next try may succeed.</summary>
    /// <param name="Problem">Why, as a sentence.</param>
    /// <param name="After">How long the receiver asked to wait; null when it did not ask.</param>
    public sealed record TryAgain(string Problem, TimeSpan? After = null, int? Status = null, byte[]? Answer = null) : EffectResult(Status, Answer);
}
