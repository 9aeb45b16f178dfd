using Sendra.Domain.Events;

namespace Sendra.WebApi.Contracts.Automations;

/// <summary>How often a contact would not have been enrolled for a reason.</summary>
/// <param name="Code">The reason, for programs.</param>
/// <param name="Reason">The reason, in a sentence.</param>
/// <param name="Count">How often.</param>
public sealed record SimulatedRefusalResponse(DecisionReason Code, string Reason, long Count);
