namespace Sendra.Application.Automations;

/// <summary>What the rest of the workspace says about some automations.</summary>
/// <param name="Counts">Enrollments by automation; one that is missing has none.</param>
/// <param name="Received">Event names received so far that are like one of theirs, case aside.</param>
/// <param name="Declared">Event names declared that are like one of theirs, case aside.</param>
public sealed record AutomationFacts(
    IReadOnlyDictionary<AutomationId, AutomationCounts> Counts,
    IReadOnlySet<string> Received,
    IReadOnlySet<string> Declared);
