using Sendra.Infrastructure.Clocks;

namespace Sendra.WebApi.FunctionalTests.Common;

/// <summary>The right time, as a database with a right clock has it.</summary>
internal sealed class TestDatabaseTime(TimeProvider right) : IDatabaseTime
{
    public Task<ClockReading> ReadAsync(CancellationToken cancellationToken) =>
        Task.FromResult(new ClockReading(right.GetUtcNow(), right.GetTimestamp(), TimeSpan.Zero));
}
