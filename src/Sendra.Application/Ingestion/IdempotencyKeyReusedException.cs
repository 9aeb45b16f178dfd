using Sendra.Domain.Common;

namespace Sendra.Application.Ingestion;

/// <summary>The key was used with another body before (E8). 422.</summary>
public sealed class IdempotencyKeyReusedException()
    : DomainException("idempotencyKeyReused", "This Idempotency-Key was used with another body. A new request needs a new key.");
