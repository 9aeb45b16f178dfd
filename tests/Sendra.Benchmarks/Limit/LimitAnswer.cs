namespace Sendra.Benchmarks.Limit;

/// <summary>The answer to a send call.</summary>
internal sealed record LimitAnswer(Guid EventId, int Enrolled, int Exited);
