using Sendra.Domain.Automations;
using Sendra.Domain.Events;

namespace Sendra.Application.Automations;

/// <summary>What people say about an automation when they make or edit one.</summary>
/// <param name="Name">What they call it.</param>
/// <param name="Trigger">What enrolls.</param>
/// <param name="Frequency">How often a contact may enter; every time when null.</param>
/// <param name="ExitEvents">The names of events that drop active enrollments; none when null.</param>
public abstract record AutomationDetails(
    string? Name, AutomationTrigger? Trigger, Frequency? Frequency, IReadOnlyList<string?>? ExitEvents)
{
    // Read after validation, which has let only legal names through.
    internal string ValidName => Name!.Trim();

    internal EventName ValidTrigger => Parse(Trigger!.EventName);

    internal Frequency ValidFrequency => Frequency ?? Domain.Automations.Frequency.EveryTime;

    internal IEnumerable<EventName> ValidExitEvents => (ExitEvents ?? []).Select(Parse);

    private static EventName Parse(string? text) => EventName.TryParse(text, out var name, out var problem)
        ? name
        : throw new InvalidOperationException($"An event name that was not validated {problem}.");
}
