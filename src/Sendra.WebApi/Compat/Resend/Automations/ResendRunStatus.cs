using Sendra.Application.Enrollments;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Compat.Resend.Automations;

/// <summary>Resend's words for the statuses of runs.</summary>
internal static class ResendRunStatus
{
    public const string Cancelled = "cancelled";

    // A run of Sendra's is never skipped: a message may be.
    private const string Skipped = "skipped";

    public static string Of(RunStatus status) => status switch
    {
        RunStatus.Active => "running",
        RunStatus.Completed => "completed",
        RunStatus.Parked => "failed",
        RunStatus.Exited => Cancelled,
    };

    /// <summary>The statuses that a filter names, separated by commas; null when it names none that a run of Sendra's can have.</summary>
    public static IReadOnlyCollection<RunStatus>? Read(string? filter)
    {
        if (string.IsNullOrEmpty(filter))
        {
            return [];
        }

        var words = filter.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var known = Enum.GetValues<RunStatus>().ToDictionary(Of);
        if (Array.Find(words, word => word != Skipped && !known.ContainsKey(word)) is { } unknown)
        {
            throw JsonBody.Wrong("status", $"can't be {unknown}: it must be running, completed, failed or cancelled, or several with commas");
        }

        RunStatus[] statuses = [.. words.Where(known.ContainsKey).Select(word => known[word])];
        return statuses.Length > 0 ? statuses : null;
    }
}
