using Sendra.Infrastructure.Persistence.Sqlite;

namespace Sendra.WebApi.FunctionalTests.Outbox;

/// <summary>On SQLite, one writes at a time: what was done outside is recorded before others have their turn.</summary>
internal sealed class SqliteWriteGateTests
{
    [Test]
    public async Task F4_who_goes_first_is_let_in_before_those_who_waited_longer()
    {
        var gate = new SqliteWriteGate();
        await gate.EnterAsync(goesFirst: false, CancellationToken.None);
        var one = gate.EnterAsync(goesFirst: false, CancellationToken.None);
        var other = gate.EnterAsync(goesFirst: false, CancellationToken.None);
        var first = gate.EnterAsync(goesFirst: true, CancellationToken.None);

        gate.Leave();
        await first;
        (one.IsCompleted, other.IsCompleted).Should().Be((false, false));
        gate.Leave();
        await one;
        other.IsCompleted.Should().BeFalse();
        gate.Leave();
        await other;
        gate.Leave();
        await gate.EnterAsync(goesFirst: false, CancellationToken.None);
    }

    [Test]
    public async Task F4_who_gave_up_waiting_holds_up_nobody()
    {
        using var stop = new CancellationTokenSource();
        var gate = new SqliteWriteGate();
        await gate.EnterAsync(goesFirst: false, CancellationToken.None);
        var gone = gate.EnterAsync(goesFirst: true, stop.Token);
        var next = gate.EnterAsync(goesFirst: false, CancellationToken.None);

        await stop.CancelAsync();
        await gone.Invoking(async waiting => await waiting).Should().ThrowAsync<OperationCanceledException>();
        next.IsCompleted.Should().BeFalse();
        gate.Leave();

        await next;
    }
}
