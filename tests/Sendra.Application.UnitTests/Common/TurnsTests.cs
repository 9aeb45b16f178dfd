using Sendra.Application.Common;

namespace Sendra.Application.UnitTests.Common;

public sealed class TurnsTests
{
    private static readonly WorkspaceId Noisy = new(Guid.CreateVersion7());
    private static readonly WorkspaceId Quiet = new(Guid.CreateVersion7());

    [Test]
    public async Task W8_who_asks_once_waits_for_one_and_not_for_all_of_another_workspace()
    {
        var turns = new Turns(1);
        var first = await turns.TakeAsync(Noisy, CancellationToken.None);
        var noisy = Enumerable.Range(0, 5).Select(_ => turns.TakeAsync(Noisy, CancellationToken.None)).ToArray();
        var quiet = turns.TakeAsync(Quiet, CancellationToken.None);

        first.Dispose();
        (await noisy[0]).Dispose();
        (await quiet).Dispose();

        foreach (var next in noisy[1..])
        {
            (await next).Dispose();
        }

        (await turns.TakeAsync(Quiet, CancellationToken.None)).Dispose();
    }

    [Test]
    public async Task W8_who_gave_up_waiting_keeps_nobody_from_their_turn()
    {
        var turns = new Turns(1);
        using var end = new CancellationTokenSource();
        var first = await turns.TakeAsync(Noisy, CancellationToken.None);
        var gone = turns.TakeAsync(Noisy, end.Token);
        var next = turns.TakeAsync(Quiet, CancellationToken.None);

        await end.CancelAsync();
        first.Dispose();
        first.Dispose();

        await gone.Invoking(wait => wait).Should().ThrowAsync<OperationCanceledException>();
        var taken = await next;
        turns.TakeAsync(Noisy, CancellationToken.None).IsCompleted.Should().BeFalse("one place is one place, however often it is given back");
        taken.Dispose();
    }

    [Test]
    public void W8_a_workspace_has_its_places_and_the_node_its_own()
    {
        var places = new Places<WorkspaceId>(perOwner: 2, perNode: 3);
        var first = places.TryTake(Noisy)!;
        places.TryTake(Noisy).Should().NotBeNull();
        places.TryTake(Noisy).Should().BeNull();
        places.TryTake(Quiet).Should().NotBeNull();
        places.TryTake(Quiet).Should().BeNull();

        first.Dispose();
        first.Dispose();

        places.TryTake(Quiet).Should().NotBeNull();
        places.TryTake(Noisy).Should().BeNull();
    }
}
