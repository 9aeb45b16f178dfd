namespace Sendra.Domain.Conditions;

/// <summary>Says what several parts of a condition came to.</summary>
internal static class Words
{
    private const int MaxNamed = 3;

    internal static string Join(IReadOnlyList<Verdict> verdicts)
    {
        var named = string.Join("; ", verdicts.Take(MaxNamed).Select(verdict => verdict.Reason));
        return verdicts.Count > MaxNamed ? $"{named}; and {verdicts.Count - MaxNamed} more" : named;
    }
}
