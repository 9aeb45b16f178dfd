using System.Text.Json;
using Sendra.WebApi.FunctionalTests.Automations;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.Workflows;

/// <summary>Exits that drop the run of one order and leave the others.</summary>
public sealed class CorrelatedExitTests(string provider) : FunctionalTest(provider)
{
    private const string Bob = "bob@example.com";

    private static readonly object SameCart = new { field = "event.cartId", op = "equals", value = new { field = "trigger.cartId" } };
    private static readonly string[] Exits = ["cartPaid", "cleared"];
    private static readonly object[] Wait = [new { id = "wait", type = "wait", @for = "P3D" }];

    [Test]
    public async Task C3_only_the_run_of_that_cart_leaves_and_the_others_stay([Values] bool withSteps, [Values] bool together)
    {
        var ada = await App.RegisterAsync();
        var id = await MakeAsync(ada, withSteps ? Wait : [], new { cartPaid = SameCart });
        object[] events =
        [
            Event("cartFilled", 1), Event("cartFilled", 2), Event("cartFilled", "2"), Event("cartPaid", 2), Event("cartPaid", 4), Event("cleared", null),
        ];

        var results = together
            ? (await ada.PostAsync("/api/events/batch", new { events })).ShouldBe(200).Json.GetProperty("results").EnumerateArray().ToArray()
            : await OneByOneAsync(ada, events);

        results.Select(one => one.Effect()).Should().Equal((1, 0), (1, 0), (1, 0), (0, 1), (0, 0), (0, 2));
        var decision = (await ada.GetAsync($"/api/events/{results[3].Text("eventId")}")).Json.GetProperty("decisions")[0];
        (decision.Text("outcome"), decision.Text("code")).Should().Be(("exited", "exitEvent"));
        decision.Text("reason").Should().Contain("meets its condition").And.Contain("they are 2 and 2");
        (await ada.RunsAsync(id)).Select(run => run.GetProperty("exitedByEventId").GetString()).Should().Equal(
            results[5].Text("eventId"), results[3].Text("eventId"), results[5].Text("eventId"));
    }

    [Test]
    public async Task C3_conditions_are_read_back_and_kept_by_a_duplicate_and_are_gone_when_left_out()
    {
        var ada = await App.RegisterAsync();
        var id = await MakeAsync(ada, [], new { cartPaid = SameCart });

        (await ada.GetAsync($"/api/automations/{id}")).Json.GetProperty("exitConditions").GetProperty("cartPaid").Text("field").Should().Be("event.cartId");
        (await ada.PostAsync($"/api/automations/{id}/duplicate")).ShouldBe(200).Json.GetProperty("exitConditions").GetProperty("cartPaid").Text("op").Should().Be("equals");
        await PutAsync(ada, id, null);
        (await ada.GetAsync($"/api/automations/{id}")).Json.GetProperty("exitConditions").ValueKind.Should().Be(JsonValueKind.Null);
        await ada.PostAsync("/api/events/send", Event("cartFilled", 1));
        (await ada.PostAsync("/api/events/send", Event("cartPaid", 9))).Json.Effect().Should().Be((0, 1));
    }

    [TestCase("""{"cartpaid":{"field":"event.x","op":"exists"}}""", "exitConditions.cartpaid")]
    [TestCase("""{"cartPaid":{"field":"event.x","op":"is"}}""", "exitConditions.cartPaid.op")]
    [TestCase("""{"cartPaid":7}""", "exitConditions.cartPaid")]
    [TestCase("""[]""", "exitConditions")]
    [TestCase("""{"\ud800":{"field":"event.x","op":"exists"}}""", "exitConditions")]
    public async Task C3_refuses(string exitConditions, string field)
    {
        var ada = await App.RegisterAsync();

        (await ada.PostTextAsync("/api/automations", $$"""{"name":"n","trigger":{"eventName":"a"},"exitEvents":["cartPaid"],"exitConditions":{{exitConditions}}}"""))
            .ShouldRefuse(field);
    }

    [Test]
    public async Task C3_a_condition_of_null_is_none()
    {
        var ada = await App.RegisterAsync();

        (await ada.PostTextAsync("/api/automations", """{"name":"n","trigger":{"eventName":"a"},"exitEvents":["cartPaid"],"exitConditions":{"cartPaid":null,"gone":null}}""")).ShouldBe(201)
            .Json.GetProperty("exitConditions").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Test]
    public async Task C3_a_simulation_drops_the_run_of_that_cart_only()
    {
        var ada = await App.RegisterAsync();
        var id = await MakeAsync(ada, [], new { cartPaid = SameCart });
        await SendAllAsync(("cartFilled", 1), ("cartFilled", 2), ("cartPaid", 3));
        App.Clock.Advance(TimeSpan.FromSeconds(1));
        var from = App.Clock.GetUtcNow();

        // The node's clock may be some milliseconds behind.
        App.Clock.Advance(TimeSpan.FromSeconds(1));
        await SendAllAsync(("cartPaid", 2), ("cartFilled", 3), ("cartPaid", 3), ("cartPaid", 3), ("cleared", null));

        var all = await ada.SimulateAsync(new { automationId = id });
        var later = await ada.SimulateAsync(new { automationId = id, from });
        var without = await ada.SimulateAsync(new { automationId = id, exitEvents = Exits });

        (all.GetProperty("enrolled").GetInt32(), all.GetProperty("exited").GetInt32()).Should().Be((3, 3));
        (later.GetProperty("enrolled").GetInt32(), later.GetProperty("exited").GetInt32()).Should().Be((1, 3), "runs from before the period count");
        (without.GetProperty("enrolled").GetInt32(), without.GetProperty("exited").GetInt32()).Should().Be((3, 3), "all at once, at the first payment");

        async Task SendAllAsync(params (string Name, object? Cart)[] events)
        {
            foreach (var (name, cart) in events)
            {
                (await ada.PostAsync("/api/events/send", Event(name, cart))).ShouldBe(200);
            }
        }
    }

    private static async Task<JsonElement[]> OneByOneAsync(TestClient client, object[] events)
    {
        var answers = new List<JsonElement>();
        foreach (var one in events)
        {
            answers.Add((await client.PostAsync("/api/events/send", one)).ShouldBe(200).Json);
        }

        return [.. answers];
    }

    private static object Event(string eventName, object? cartId) => new { email = Bob, eventName, eventProperties = new { cartId } };

    private static async Task<string> MakeAsync(TestClient client, object[] steps, object exitConditions)
    {
        var id = (await client.PostAsync("/api/automations", Body(steps, exitConditions))).ShouldBe(201).Json.Text("id");
        (await client.PostAsync($"/api/automations/{id}/activate")).ShouldBe(200);
        return id;
    }

    private static async Task PutAsync(TestClient client, string id, object? exitConditions) =>
        (await client.PutAsync($"/api/automations/{id}", Body([], exitConditions))).ShouldBe(200);

    private static object Body(object[] steps, object? exitConditions) =>
        new { name = "Carts", trigger = new { eventName = "cartFilled" }, exitEvents = Exits, exitConditions, steps };
}
