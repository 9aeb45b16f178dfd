using Sendra.Domain.Common;

namespace Sendra.Domain.Automations;

/// <summary>
/// What an automation listens to with effect: live ones enroll by their trigger, live and paused ones exit and wait. How many may listen to one name
/// is bounded, since each event of that name costs each of them a decision.
/// </summary>
/// <param name="Trigger">The name that enrolls; null when none does.</param>
/// <param name="Names">All names that it listens to.</param>
public sealed record Listening(string? Trigger, IReadOnlySet<string> Names)
{
    /// <summary>How many live automations of a workspace may share a trigger.</summary>
    public const int MaxTriggered = 100;

    /// <summary>How many automations of a workspace may listen to a name.</summary>
    public const int MaxListening = 300;

    public static readonly Listening Nothing = new(null, new HashSet<string>());

    /// <summary>What an automation in this state listens to.</summary>
    public static Listening Of(AutomationStatus status, string trigger, IEnumerable<string> exits, IEnumerable<string> awaited) => status switch
    {
        AutomationStatus.Live => new(trigger, exits.Concat(awaited).Append(trigger).ToHashSet(StringComparer.Ordinal)),
        AutomationStatus.Paused => new(null, exits.Concat(awaited).Append(trigger).ToHashSet(StringComparer.Ordinal)),
        AutomationStatus.Draft or AutomationStatus.Archived => Nothing,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    /// <summary>What it listens to beyond what it did before: only that can be too much.</summary>
    public Listening Beyond(Listening before) =>
        new(Trigger == before.Trigger ? null : Trigger, Names.Where(name => !before.Names.Contains(name)).ToHashSet(StringComparer.Ordinal));

    /// <summary>True when it listens to nothing.</summary>
    public bool IsNothing => Trigger is null && Names.Count == 0;

    /// <summary>Makes sure that all of it still fits beside what the workspace's other automations listen to.</summary>
    /// <exception cref="ConflictException"><c>tooManyAutomations</c>.</exception>
    public void EnsureFitsBeside(IReadOnlyCollection<Listening> others)
    {
        if (Trigger is not null && others.Count(other => other.Trigger == Trigger) >= MaxTriggered)
        {
            throw TooMany($"{MaxTriggered} live automations have the trigger {Trigger}, and no more can. Pause or archive one of them first.");
        }

        if (Names.FirstOrDefault(name => others.Count(other => other.Names.Contains(name)) >= MaxListening) is { } full)
        {
            throw TooMany($"{MaxListening} automations listen to {full}, and no more can. Archive one of them first, or take the event out of its exits and steps.");
        }
    }

    private static ConflictException TooMany(string message) => new("tooManyAutomations", message);
}
