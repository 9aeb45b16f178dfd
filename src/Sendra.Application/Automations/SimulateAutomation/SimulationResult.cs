namespace Sendra.Application.Automations.SimulateAutomation;

/// <summary>What would have happened.</summary>
/// <param name="From">The start of the period; null for the start of the log.</param>
/// <param name="To">Its end.</param>
/// <param name="Events">How many events with these names the log has for the period.</param>
/// <param name="Enrolled">How often a contact would have been enrolled.</param>
/// <param name="Exited">How many enrollments would have ended.</param>
/// <param name="NotEnrolled">How often a contact would not have been enrolled, by reason.</param>
/// <param name="Days">The same by day, oldest first, without days that have no decision.</param>
/// <param name="ContactCount">How many contacts would have been enrolled or exited.</param>
/// <param name="Contacts">The first 1,000 of them, ordered by when they would first have been affected.</param>
/// <param name="WalkedContacts">
/// How many of them were walked through the steps: the first 1,000 that would have been enrolled, each once, from its first enrollment, and
/// with the contact properties of today.
/// </param>
/// <param name="Steps">What they would have done at each step, in the order of the steps; empty if there are none. Waits are skipped.</param>
public sealed record SimulationResult(
    DateTimeOffset? From,
    DateTimeOffset To,
    long Events,
    long Enrolled,
    long Exited,
    IReadOnlyList<SimulatedRefusal> NotEnrolled,
    IReadOnlyList<SimulatedDay> Days,
    long ContactCount,
    IReadOnlyList<SimulatedContact> Contacts,
    int WalkedContacts,
    IReadOnlyList<SimulatedStep> Steps)
{
    /// <summary>The most contacts that are listed.</summary>
    public const int MaxContacts = 1_000;
}
