using Microsoft.Extensions.DependencyInjection;
using Sendra.Infrastructure.Persistence.Bulk;

namespace Sendra.WebApi.FunctionalTests.Ingestion;

/// <summary>More arrives than the database takes.</summary>
internal sealed class BackPressureTests(string provider) : FunctionalTest(provider)
{
    // Few for a queue of 20,000, but more than the memory that what waits may hold.
    private const int Calls = 200;
    private static readonly string Large = new('x', 250 * 1024);

    [Test]
    public async Task E6_events_that_the_queue_has_no_memory_for_are_refused_at_once_and_what_is_answered_is_stored()
    {
        var client = await App.RegisterAsync();
        List<Task<Answer>> calls;
        await using (var busy = await App.Node.Services.GetRequiredService<IBulkDatabase>().OpenAsync(CancellationToken.None))
        {
            // Nothing is stored meanwhile, so what is answered is refused.
            await busy.BeginAsync(alone: true);
            calls = [.. Enumerable.Range(0, Calls).Select(number => SendAsync($"{number}@example.com"))];
            await foreach (var call in Task.WhenEach(calls).Take(20))
            {
                (await call).ShouldBeProblem(503, "overloaded").Headers.RetryAfter!.Delta.Should().BeGreaterThan(TimeSpan.Zero);
            }
        }

        var answers = await Task.WhenAll(calls);
        answers.Select(answer => answer.Status).Should().BeSubsetOf([200, 503]);
        (await App.Database.CountAsync("received_events")).Should().Be(answers.Count(answer => answer.Status == 200));
        (await SendAsync("late@example.com")).ShouldBe(200);

        Task<Answer> SendAsync(string email) => client
            .PostAsync("/api/events/send", new { email, eventName = "big", eventProperties = Large })
            .WaitAsync(TimeSpan.FromMinutes(1));
    }
}
