using Sendra.Domain.Workspaces;

namespace Sendra.Application.Automations;

/// <summary>What other data in the workspace says about some automations.</summary>
/// <param name="Counts">Enrollments by automation; a missing one has none.</param>
/// <param name="Received">Received event names that equal one of theirs, ignoring case.</param>
/// <param name="Declared">Declared event names that equal one of theirs, ignoring case.</param>
/// <param name="Sender">Who the workspace's mail comes from; null if none is set, or none of the automations needs one.</param>
public sealed record AutomationFacts(
    IReadOnlyDictionary<AutomationId, AutomationCounts> Counts,
    IReadOnlySet<string> Received,
    IReadOnlySet<string> Declared,
    Sender? Sender);
