using Sendra.Domain.Common;
using Sendra.Domain.EventSources;
using Sendra.Domain.EventSources.Signatures;
using Sendra.Domain.UnitTests.Common;

namespace Sendra.Domain.UnitTests.EventSources;

public sealed class DeliveryTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private static readonly SkipReason Reason = new(SkipCode.EmailMissing, "There is no email.");
    private static readonly SignatureCheck Mismatch = new(SignatureCode.Mismatch, "Another secret.");

    private static readonly DeliveryReceipt Receipt = new(
        TimeOrderedId.LowerBound<DeliveryId>(Now), Make.WorkspaceId, Make.Id<EventSourceId>(), "application/json", new RequestHeaders([new("A", "1")]), "{}"u8.ToArray(), "msg_1");

    [Test]
    public void S5_whatever_arrives_is_recorded_with_what_was_sent()
    {
        var eventId = Make.Id<EventId>();

        Processed(eventId).Should().BeEquivalentTo(new { Status = DeliveryStatus.Processed, Code = (string?)null, EventId = eventId, ReceivedAt = Now });
        Skipped().Should().BeEquivalentTo(new { Status = DeliveryStatus.Skipped, Code = "emailMissing", Reason = "There is no email.", Headers = """{"A":"1"}""" });
        Duplicate(eventId).Should().BeEquivalentTo(new { Status = DeliveryStatus.Duplicate, EventId = eventId, DeliveryId = "msg_1", Payload = "{}"u8.ToArray() });
        Delivery.Refused(Receipt, Mismatch).Should().BeEquivalentTo(new { Status = DeliveryStatus.Refused, Code = "signatureMismatch" });
    }

    [Test]
    public void S5_long_texts_are_cut()
    {
        var delivery = Delivery.Record(
            Receipt with { ContentType = new string('x', 300) },
            DeliveryOutcomes.Of(ItemOutcome.Without(Reason with { Message = new string('y', Delivery.MaxReasonLength - 1) + "🚀" })));

        delivery.ContentType.Should().HaveLength(Delivery.MaxContentTypeLength);
        delivery.Reason.Should().HaveLength(Delivery.MaxReasonLength - 1);
    }

    [Test]
    public void S9_a_skipped_delivery_can_be_replayed_until_it_becomes_an_event()
    {
        var delivery = Skipped();
        var eventId = Make.Id<EventId>();

        var again = Replayed(delivery, ItemOutcome.Without(new(SkipCode.EmailInvalid, "Bad email.")), Now.AddHours(1));
        again.Should().BeEquivalentTo(new { Status = DeliveryStatus.Skipped, Code = "emailInvalid", Reason = "Bad email.", ReplayedAt = Now.AddHours(1) });

        Replayed(again, ItemOutcome.Processed(eventId), Now.AddHours(2)).Should().BeEquivalentTo(new { Status = DeliveryStatus.Processed, Code = (string?)null, Reason = (string?)null, EventId = eventId, ReplayedAt = Now.AddHours(2) });
    }

    [Test]
    public void S6_a_replay_of_what_the_sender_sent_again_is_a_duplicate()
    {
        var first = Make.Id<EventId>();

        Replayed(Skipped(), ItemOutcome.Duplicate(first), Now.AddHours(1)).Should()
            .BeEquivalentTo(new { Receipt.Id, Status = DeliveryStatus.Duplicate, EventId = first, Reason = (string?)null, Payload = "{}"u8.ToArray() });
    }

    [Test]
    public void A8_only_what_was_skipped_and_is_still_kept_can_be_replayed()
    {
        var forgotten = Skipped();
        forgotten.ForgetPayload();

        Refusal(Processed(Make.Id<EventId>())).Should().Be("deliveryProcessed");
        Refusal(Duplicate(Make.Id<EventId>())).Should().Be("deliveryDuplicate");
        Refusal(Delivery.Refused(Receipt, Mismatch)).Should().Be("deliveryRefused");
        Refusal(forgotten).Should().Be("deliveryPayloadGone");
    }

    [Test]
    public void L3_forgetting_leaves_what_became_of_it()
    {
        var delivery = Skipped();

        delivery.ForgetPayload();

        delivery.Should().BeEquivalentTo(new { Status = DeliveryStatus.Skipped, Code = "emailMissing", Payload = (byte[]?)null, Headers = (string?)null, Reason = (string?)null });
    }

    [Test]
    public void S7_a_valid_signature_is_no_refusal() =>
        FluentActions.Invoking(() => Delivery.Refused(Receipt, SignatureCheck.Valid)).Should().Throw<ArgumentException>();

    [Test]
    public void S11_a_list_is_what_the_weightiest_of_its_items_is()
    {
        var (skipped, ignored, duplicate, processed) = (
            ItemOutcome.Without(Reason), ItemOutcome.Without(SkipReason.Ignored("ping")), ItemOutcome.Duplicate(Make.Id<EventId>()), ItemOutcome.Processed(Make.Id<EventId>()));

        List(skipped, ignored, duplicate, processed).Should().BeEquivalentTo(new { Status = DeliveryStatus.Processed, processed.EventId, Reason = (string?)null, SkippedItems = 1 });
        List(skipped, ignored, duplicate).Should().BeEquivalentTo(new { Status = DeliveryStatus.Duplicate, duplicate.EventId });
        List(skipped, ignored).Should().BeEquivalentTo(new { Status = DeliveryStatus.Ignored, Code = "eventNameNotTaken" });
        List(skipped, skipped).Should().BeEquivalentTo(new { Status = DeliveryStatus.Skipped, Code = "emailMissing", Reason = "Item 0: There is no email.", SkippedItems = 2 });
        List(skipped, processed).ItemOutcomes.Should().Equal(skipped, processed);
        Skipped().ItemOutcomes.Should().BeNull();
    }

    [Test]
    public void L3_what_became_of_each_item_stays_without_the_words()
    {
        var delivery = List(ItemOutcome.Without(Reason));

        delivery.ForgetPayload();

        delivery.ItemOutcomes.Should().Equal(new ItemOutcome(DeliveryStatus.Skipped, null, "emailMissing"));
    }

    private static Delivery List(params ItemOutcome[] items) => Delivery.Record(Receipt, new DeliveryOutcomes(items, IsList: true));

    private static Delivery Processed(EventId eventId) => Delivery.Record(Receipt, DeliveryOutcomes.Of(ItemOutcome.Processed(eventId)));

    private static Delivery Duplicate(EventId eventId) => Delivery.Record(Receipt, DeliveryOutcomes.Of(ItemOutcome.Duplicate(eventId)));

    private static Delivery Skipped() => Delivery.Record(Receipt, DeliveryOutcomes.Of(ItemOutcome.Without(Reason)));

    private static Delivery Replayed(Delivery delivery, ItemOutcome outcome, DateTimeOffset now) => delivery.Replayed(DeliveryOutcomes.Of(outcome), keepsContent: true, now);

    private static string Refusal(Delivery delivery) =>
        FluentActions.Invoking(() => Replayed(delivery, ItemOutcome.Without(Reason), Now)).Should().Throw<ConflictException>().Which.Code;
}
