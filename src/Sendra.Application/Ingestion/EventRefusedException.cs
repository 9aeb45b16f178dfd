using Sendra.Domain.Common;

namespace Sendra.Application.Ingestion;

/// <summary>The one event of a call was not taken. 400, or 422 when a schema rejects it.</summary>
public sealed class EventRefusedException(EventRefusal refusal) : DomainException(refusal.Code, refusal.Errors.First().Value[0])
{
    /// <summary>What is wrong, by JSON field name.</summary>
    public IReadOnlyDictionary<string, string[]> Errors { get; } = refusal.Errors;
}
