using Microsoft.Extensions.DependencyInjection;
using Sendra.Infrastructure.Persistence.Bulk;
using Sendra.WebApi.FunctionalTests.EventSources;

namespace Sendra.WebApi.FunctionalTests.Ingestion;

/// <summary>One workspace sends more than the node takes.</summary>
internal sealed class FairnessTests(string provider) : FunctionalTest(provider)
{
    [Test]
    public async Task W8_who_fills_the_queue_with_batches_is_refused_and_nobody_else_nor_their_own_sends()
    {
        var noisy = await App.RegisterAsync();
        var quiet = await App.RegisterAsync();
        var source = await Source.CreateAsync(noisy);
        (await noisy.PostAsync("/api/events/send", new { email = "first@example.com", eventName = "x" })).ShouldBe(200);
        (await source.PostAsync("""{"email":"first@example.com","event":"x","id":"first"}""")).ShouldBe(200);
        List<Task<Answer>> batches;
        List<Task<Answer>> singles = [];
        await using (var busy = await App.Node.Services.GetRequiredService<IBulkDatabase>().OpenAsync(CancellationToken.None))
        {
            // Nothing is stored meanwhile, so what is answered is refused.
            await busy.BeginAsync(alone: true);
            batches = [.. Enumerable.Range(0, 40).Select(number => noisy.PostAsync(
                "/api/events/batch", new { events = Enumerable.Range(0, 1_000).Select(i => new { email = $"b{i}@example.com", eventName = "x" }) }))];
            (await await Task.WhenAny(batches)).ShouldBeProblem(503, "overloaded");
            for (var number = 0; number < 10; number++)
            {
                singles.Add(quiet.PostAsync("/api/events/send", new { email = $"q{number}@example.com", eventName = "x" }));
                singles.Add(noisy.PostAsync("/api/events/send", new { email = $"n{number}@example.com", eventName = "x" }));
                singles.Add(source.PostAsync($$"""{"email":"s{{number}}@example.com","event":"x","id":"{{number}}"}"""));
            }

            singles.Should().OnlyContain(single => !single.IsCompleted);
        }

        (await Task.WhenAll(singles)).Should().OnlyContain(answer => answer.Status == 200);
        var taken = (await Task.WhenAll(batches)).Count(answer => answer.Status == 200);
        (await App.Database.CountAsync("received_events")).Should().Be(32 + (1_000 * taken), "what was refused left nothing");
    }
}
