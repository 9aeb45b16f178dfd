namespace Sendra.WebApi.FunctionalTests.EventPatterns;

/// <summary>More names than a statement can have parameters.</summary>
public sealed class ManyNamesTests(string provider) : FunctionalTest(provider)
{
    // SQLite takes 32,766.
    private const int Calls = 33;
    private const int PerCall = 1_000;

    [Test]
    public async Task P3_one_call_declares_tens_of_thousands_of_names()
    {
        var ada = await App.RegisterAsync();
        for (var call = 0; call < Calls; call++)
        {
            var events = Enumerable.Range(call * PerCall, PerCall).Select(number => new { email = "bob@example.com", eventName = $"e{number}" });
            (await ada.PostAsync("/api/events/batch", new { events })).ShouldBe(200);
        }

        var answer = (await ada.PostAsync("/api/event-patterns/declare-undeclared", new { })).ShouldBe(200).Json;

        answer.GetProperty("declared").GetArrayLength().Should().Be(Calls * PerCall);
        (await App.Database.CountAsync("event_patterns")).Should().Be(Calls * PerCall);
        (await ada.GetAsync("/api/event-patterns/health")).ShouldBe(200);
    }
}
