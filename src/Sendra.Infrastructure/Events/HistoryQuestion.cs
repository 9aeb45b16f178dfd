using Sendra.Domain.Conditions;

namespace Sendra.Infrastructure.Events;

/// <summary>What is asked of a contact's past.</summary>
/// <param name="Ordinal">Its place among the questions that are asked together.</param>
/// <param name="FirstOfMany">The contact's first event in the index by name; null when there is none.</param>
/// <param name="Last">The last event that counts.</param>
internal sealed record HistoryQuestion(int Ordinal, WorkspaceId WorkspaceId, ContactId ContactId, NeededHistory Needed, EventId? FirstOfMany, EventId Last)
{
    /// <summary>The last one that counts of those outside the index.</summary>
    public EventId LastOfFew => FirstOfMany is { } first && first < Last ? first : Last;
}
