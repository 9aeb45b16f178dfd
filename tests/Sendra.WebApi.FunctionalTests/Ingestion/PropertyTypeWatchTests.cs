using Sendra.Domain.Common;
using Sendra.Domain.EventPatterns;
using Sendra.Domain.Events;
using Sendra.Infrastructure.Ingestion;

namespace Sendra.WebApi.FunctionalTests.Ingestion;

public sealed class PropertyTypeWatchTests
{
    private static readonly WorkspaceId Workspace = new(Guid.CreateVersion7());

    [Test]
    public void A9_what_is_known_is_not_written_again()
    {
        var watch = new PropertyTypeWatch(TimeProvider.System);
        var events = new[] { Event("order", """{"total":1,"in":{"total":"x"}}"""), Event("order", """{"total":2}"""), Event("order", """{"total":null,"ok":true}""") };

        var found = watch.NewIn(events);

        found.Select(type => (type.Property, type.JsonType, type.FirstEventId)).Should().Equal(
            ("in", PropertyType.Object, events[0].Id), ("ok", PropertyType.Boolean, events[2].Id), ("total", PropertyType.Number, events[0].Id));
        watch.NewIn(events).Should().HaveCount(3, "nothing was committed yet");
        watch.Remember(found);
        watch.NewIn(events).Should().BeEmpty();
        watch.NewIn([Event("order", """{"total":"1"}""")]).Should().ContainSingle().Which.JsonType.Should().Be(PropertyType.String);
        watch.NewIn([Event("other", """{"total":1}""")]).Should().ContainSingle();
    }

    [Test]
    public void A9_a_name_has_only_so_many_properties()
    {
        var watch = new PropertyTypeWatch(TimeProvider.System);
        for (var round = 0; round < 5; round++)
        {
            watch.Remember(watch.NewIn([Event("wide", $$"""{{{string.Join(',', Enumerable.Range(0, 60).Select(i => $"\"p{round * 60 + i}\":1"))}}}""")]));
        }

        watch.NewIn([Event("wide", """{"p0":"x","p110":"x","p300":1}""")]).Select(type => type.Property).Should().Equal("p0", "p110");
    }

    [TestCase("[1]")]
    [TestCase("7")]
    [TestCase("{}")]
    [TestCase("""{"a":null}""")]
    public void A9_there_may_be_nothing_to_watch(string properties) => new PropertyTypeWatch(TimeProvider.System).NewIn([Event("e", properties)]).Should().BeEmpty();

    private static ReceivedEvent Event(string name, string properties)
    {
        EventName.TryParse(name, out var eventName, out _).Should().BeTrue();
        return ReceivedEvent.Record(new EventId(Guid.CreateVersion7()), Workspace, new ContactId(Guid.CreateVersion7()), eventName!, new RawJson(properties), null, EventOrigin.Api, []);
    }
}
