using Sendra.Domain.Common;

namespace Sendra.Domain.Conditions;

/// <summary>Whether a condition holds, and why. The words are made only when somebody asks.</summary>
public sealed class Verdict(bool holds, Func<string> reason)
{
    /// <summary>The maximum length of a reason, in characters.</summary>
    public const int MaxReasonLength = 500;

    public bool Holds => holds;

    /// <summary>The rule that decided and what stood there: <c>event.plan equals "pro" does not hold: it is "free"</c>.</summary>
    public string Reason => reason() is var words && words.Length > MaxReasonLength ? $"{Text.Truncate(words, MaxReasonLength - 1)}…" : words;
}
