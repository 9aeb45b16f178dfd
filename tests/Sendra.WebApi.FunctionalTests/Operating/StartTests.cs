using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.Operating;

public sealed class StartTests(string provider) : FunctionalTest(provider)
{
    [Test]
    public async Task E10_a_node_that_decides_an_event_before_it_listens_leaves_nothing_of_it()
    {
        var ada = await App.RegisterAsync();
        await ada.LiveAutomationAsync("signedUp");

        await using var node = await App.StartNodeAsync([]);

        (await node.As(ada).ItemsAsync("/api/contacts")).Should().BeEmpty();
        (await ada.ItemsAsync("/api/events")).Should().BeEmpty();
        (await ada.ItemsAsync("/api/enrollments")).Should().BeEmpty();
        (await ada.ItemsAsync("/api/event-patterns/undeclared")).Should().BeEmpty();
    }
}
