namespace Sendra.Application.Automations.SimulateAutomation;

/// <summary>What would have happened.</summary>
/// <param name="From">The beginning of the period; null for that of the log.</param>
/// <param name="To">Its end.</param>
/// <param name="Events">How many events of the names concerned the log has of the period.</param>
/// <param name="Enrolled">How often a contact would have been enrolled.</param>
/// <param name="Exited">How many enrollments would have been dropped.</param>
/// <param name="NotEnrolled">How often one would not have been enrolled, by reason.</param>
/// <param name="Days">The same by day, oldest first; days without any decision are left out.</param>
/// <param name="ContactCount">How many contacts would have been enrolled or dropped.</param>
/// <param name="Contacts">The first 1,000 of them, in the order in which that would have begun.</param>
public sealed record SimulationResult(
    DateTimeOffset? From,
    DateTimeOffset To,
    long Events,
    long Enrolled,
    long Exited,
    IReadOnlyList<SimulatedRefusal> NotEnrolled,
    IReadOnlyList<SimulatedDay> Days,
    long ContactCount,
    IReadOnlyList<SimulatedContact> Contacts)
{
    /// <summary>How many contacts are named at most.</summary>
    public const int MaxContacts = 1_000;
}
