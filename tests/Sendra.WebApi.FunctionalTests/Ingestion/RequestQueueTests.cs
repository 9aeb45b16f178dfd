using Sendra.Application.Ingestion;
using Sendra.Application.Workflows;
using Sendra.Domain.Automations;
using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Contacts;
using Sendra.Domain.Events;
using Sendra.Infrastructure.Ingestion;

namespace Sendra.WebApi.FunctionalTests.Ingestion;

/// <summary>Whose turn it is, without a database.</summary>
public sealed class RequestQueueTests
{
    private static readonly WorkspaceId Noisy = new(Guid.CreateVersion7());
    private static readonly WorkspaceId Quiet = new(Guid.CreateVersion7());

    [Test]
    public async Task W8_what_is_sent_by_itself_has_the_next_commit_whatever_batches_wait()
    {
        using var queue = Queue();
        var batches = Enumerable.Range(0, 10).Select(number => queue.Add(Batch(Noisy, 1_000, $"b{number}-"), CancellationToken.None)).ToArray();
        using var first = (await queue.TakeAsync())!;
        var own = queue.Add(Single(Noisy, "own"), CancellationToken.None);
        var other = queue.Add(Single(Quiet, "other"), CancellationToken.None);

        using var second = (await queue.TakeAsync())!;
        var late = queue.Add(Single(Quiet, "late"), CancellationToken.None);
        using var third = (await queue.TakeAsync())!;

        first.Requests.Sum(pending => pending.Request.Events.Count).Should().Be(RequestQueue.MaxTaken, "a commit is short");
        second.Requests.Should().HaveCount(2).And.Contain([own, other]);
        third.Requests.Should().HaveCount(2).And.Contain([late, batches[1]], "batches go on, and another writer works on the first");
        batches[1].End.Should().Be(RequestQueue.MaxBulkBesideSingles, "others wait for it");
    }

    [Test]
    public async Task W8_workspaces_share_a_commit_by_what_their_events_cause()
    {
        using var queue = Queue(Noisy, listeners: 60);
        queue.Add(Batch(Noisy, 100, "n"), CancellationToken.None);
        queue.Add(Batch(Quiet, 1_000, "q"), CancellationToken.None);

        using var taken = (await queue.TakeAsync())!;

        Count(taken, Noisy).Should().BeInRange(6, 10, "each weighs 16");
        Count(taken, Quiet).Should().BeInRange(96, 160);
    }

    [Test]
    public void W8_when_it_is_full_who_has_most_of_it_gives_way()
    {
        using var queue = Queue();
        var batches = new List<PendingRequest>();
        var fill = () => batches.Add(queue.Add(Batch(Noisy, 1_000, "n"), CancellationToken.None));
        fill.Invoking(add =>
        {
            while (batches.Count < 100)
            {
                add();
            }
        }).Should().Throw<IngestionUnavailableException>().Which.Code.Should().Be("overloaded");
        queue.Size.Should().Be(RequestQueue.MaxWaiting);

        var singles = Enumerable.Range(0, 2_500).Select(number => queue.Add(Single(number % 2 == 0 ? Noisy : Quiet, $"s{number}"), CancellationToken.None)).ToArray();

        batches.Count(batch => batch.IsOver).Should().Be(3, "there must be room for 2,500");
        batches[..17].Should().OnlyContain(batch => !batch.IsOver, "the newest go first");
        singles.Should().OnlyContain(single => !single.IsOver);
        queue.Size.Should().BeLessThanOrEqualTo(RequestQueue.MaxWaiting);
    }

    [Test]
    public void W8_the_largest_request_finds_room_in_an_empty_queue()
    {
        using var queue = Queue(Noisy, listeners: Listening.MaxListening);

        for (var number = 0; number < 4; number++)
        {
            queue.Add(Batch(Noisy, 1_000, "n"), CancellationToken.None);
        }

        queue.Invoking(full => full.Add(Batch(Noisy, 1_000, "n"), CancellationToken.None)).Should().Throw<IngestionUnavailableException>();
        queue.Add(Batch(Quiet, 1_000, "q"), CancellationToken.None).IsOver.Should().BeFalse();
    }

    [Test]
    public async Task E8_a_batch_that_a_call_with_the_same_key_got_done_lets_its_contacts_go()
    {
        using var queue = Queue();
        var batch = queue.Add(Batch(Noisy, 600, "b"), CancellationToken.None);
        var waits = queue.Add(Single(Noisy, "b599"), CancellationToken.None);
        using (var portion = (await queue.TakeAsync())!)
        {
            portion.Requests.Should().Equal(batch);
            batch.Complete(Decided(600));
        }

        using var next = (await queue.TakeAsync())!;

        batch.IsOver.Should().BeTrue();
        next.Requests.Should().Equal(waits);
    }

    [Test]
    public async Task E0_E7_an_event_named_by_id_keeps_its_place_among_those_named_by_address()
    {
        using var queue = Queue();
        var batch = queue.Add(Batch(Noisy, 600, "b"), CancellationToken.None);
        var byId = queue.Add(ById("u1"), CancellationToken.None, new Dictionary<string, string> { ["u1"] = "b599@example.com" });
        var byAddress = queue.Add(Single(Noisy, "b599"), CancellationToken.None);
        var naming = queue.Add(new IngestionRequest(Noisy, [Named("b598", "u2")]), CancellationToken.None);
        var named = queue.Add(ById("u2"), CancellationToken.None);
        var order = new List<PendingRequest>();
        while (!named.IsOver || !byAddress.IsOver)
        {
            using var taken = (await queue.TakeAsync())!;
            order.AddRange(taken.Requests);
            taken.Requests.ForEach(pending => pending.Complete(Decided(pending.Request.Events.Count)));
        }

        order.SkipWhile(pending => pending == batch).Should().Equal(byId, byAddress, naming, named);
    }

    /// <summary>Two writers take and finish at random; some portions come back shorter, as those of a repeated key may.</summary>
    [Test]
    public async Task E7_events_of_one_contact_are_handed_out_in_the_order_in_which_they_came([Range(1, 20)] int seed)
    {
        var random = new Random(seed);
        using var queue = Queue();
        var came = new Dictionary<string, List<string>>();
        var done = new Dictionary<string, List<string>>();
        var pendings = new List<PendingRequest>();
        var work = new List<TakenRequests>();
        var waiting = 60;
        Task<TakenRequests?>? take = null;
        while (waiting > 0 || pendings.Exists(pending => !pending.IsOver))
        {
            if (waiting > 0 && random.Next(3) > 0)
            {
                Arrive(waiting--);
            }
            else if (work.Count < 2 && (take ??= queue.TakeAsync()).IsCompleted)
            {
                work.Add((await take)!);
                take = null;
            }
            else if (work.Count > 0)
            {
                Finish(work[random.Next(work.Count)]);
            }

            if (work.Count == 2)
            {
                var contacts = work.ConvertAll(taken => taken.Requests.SelectMany(pending => pending.Request.Events.Select(one => (pending.WorkspaceId, one.Person.Email!.Value))).ToHashSet());
                contacts[0].Overlaps(contacts[1]).Should().BeFalse("two writers would wait for each other");
            }
        }

        done.Should().BeEquivalentTo(came, options => options.WithStrictOrdering());
        queue.Size.Should().Be(0);

        void Arrive(int number)
        {
            IncomingEvent[] events = [.. Enumerable.Range(0, random.Next(2) == 0 ? 1 : random.Next(2, 400)).Select(index => Event($"c{random.Next(40)}", $"e{number}.{index}"))];
            var key = random.Next(2) == 0 ? IdempotencyKey.OfCall($"k{number}", []) : null;
            pendings.Add(queue.Add(new IngestionRequest(random.Next(2) == 0 ? Noisy : Quiet, events, key), CancellationToken.None));
            Note(came, pendings[^1].WorkspaceId, events);
        }

        void Finish(TakenRequests taken)
        {
            foreach (var pending in taken.Requests)
            {
                var portion = pending.Request.Events.Count;
                var all = pending.MayFallShort && random.Next(4) == 0 ? random.Next(1, portion + 1) : portion;
                Note(done, pending.WorkspaceId, pending.Events.Skip(pending.Done).Take(all));
                pending.Complete(Decided(all));
            }

            work.Remove(taken);
            taken.Dispose();
        }
    }

    private static void Note(Dictionary<string, List<string>> log, WorkspaceId workspaceId, IEnumerable<IncomingEvent> events)
    {
        foreach (var one in events)
        {
            var key = $"{workspaceId} {one.Person.Email!.Value}";
            log.TryAdd(key, []);
            log[key].Add(one.Name.Value);
        }
    }

    private static DecidedRequest Decided(int events) => DecidedRequest.Answered(
        new IngestionAnswer([.. Enumerable.Repeat(new EventOutcome(new EventId(Guid.NewGuid()), 0, 0, 0, [], []), events)], []), default);

    private static int Count(TakenRequests taken, WorkspaceId workspaceId) =>
        taken.Requests.Where(pending => pending.WorkspaceId == workspaceId).Sum(pending => pending.Request.Events.Count);

    private static RequestQueue Queue(WorkspaceId? workspaceId = null, int listeners = 0)
    {
        var rules = new WorkspaceRules(Guid.NewGuid(), Enumerable.Range(0, listeners).Select(_ => new KnownAutomation(Automation(), Workflow.None)), WalkRules.Default, []);
        var none = new WorkspaceRules(Guid.NewGuid(), [], WalkRules.Default, []);
        return new RequestQueue(id => id == workspaceId ? rules : none, TimeProvider.System);
    }

    private static Automation Automation()
    {
        var automation = Domain.Automations.Automation.Create(new AutomationId(Guid.CreateVersion7()), Noisy, AutomationDefinition.Create(new DefinitionText("A", new TriggerText("sent"))));
        automation.Activate(DateTimeOffset.UtcNow);
        return automation;
    }

    private static IngestionRequest Batch(WorkspaceId workspaceId, int events, string prefix) =>
        new(workspaceId, [.. Enumerable.Range(0, events).Select(number => Event($"{prefix}{number}", "sent"))]);

    private static IngestionRequest Single(WorkspaceId workspaceId, string person) => new(workspaceId, [Event(person, "sent")]);

    private static IngestionRequest ById(string externalId) =>
        new(Noisy, [Event("nobody", "sent") with { Person = Person.With(Id(externalId)) }]);

    private static IncomingEvent Named(string person, string externalId)
    {
        var incoming = Event(person, "sent");
        return incoming with { Person = Person.At(incoming.Person.Email!, Id(externalId)) };
    }

    private static ExternalId Id(string text) => ExternalId.TryParse(text, out var id, out _) ? id : throw new ArgumentException(text);

    private static IncomingEvent Event(string person, string name) => new(
        EmailAddress.TryParse($"{person}@example.com", out var email, out _) ? email : throw new ArgumentException(person),
        Name(name),
        null,
        null,
        null,
        EventOrigin.Api);

    private static EventName Name(string text) => EventName.TryParse(text, out var name, out _) ? name : throw new ArgumentException(text);
}
