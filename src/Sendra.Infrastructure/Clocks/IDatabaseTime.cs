namespace Sendra.Infrastructure.Clocks;

/// <summary>The one clock that all nodes see.</summary>
internal interface IDatabaseTime
{
    Task<ClockReading> ReadAsync(CancellationToken cancellationToken);
}
