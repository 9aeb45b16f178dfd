namespace Sendra.Infrastructure.Enrollments;

/// <summary>The same for the outbox.</summary>
internal sealed class OutboxSignal : DueSignal;
