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

        Delivery.Processed(Receipt, eventId).Should().BeEquivalentTo(new { Status = DeliveryStatus.Processed, Code = (string?)null, EventId = eventId, ReceivedAt = Now });
        Delivery.Skipped(Receipt, Reason).Should().BeEquivalentTo(new { Status = DeliveryStatus.Skipped, Code = "emailMissing", Reason = "There is no email.", Headers = """{"A":"1"}""" });
        Delivery.Duplicate(Receipt, eventId).Should().BeEquivalentTo(new { Status = DeliveryStatus.Duplicate, EventId = eventId, DeliveryId = "msg_1", Payload = "{}"u8.ToArray() });
        Delivery.Refused(Receipt, Mismatch).Should().BeEquivalentTo(new { Status = DeliveryStatus.Refused, Code = "signatureMismatch" });
    }

    [Test]
    public void S5_long_texts_are_cut()
    {
        var delivery = Delivery.Skipped(Receipt with { ContentType = new string('x', 300) }, Reason with { Message = new string('y', Delivery.MaxReasonLength - 1) + "🚀" });

        delivery.ContentType.Should().HaveLength(Delivery.MaxContentTypeLength);
        delivery.Reason.Should().HaveLength(Delivery.MaxReasonLength - 1);
    }

    [Test]
    public void S9_a_skipped_delivery_can_be_replayed_until_it_becomes_an_event()
    {
        var delivery = Delivery.Skipped(Receipt, Reason);
        var eventId = Make.Id<EventId>();

        var again = delivery.ReplaySkipped(new(SkipCode.EmailInvalid, "Bad email."), Now.AddHours(1));
        again.Should().BeEquivalentTo(new { Status = DeliveryStatus.Skipped, Code = "emailInvalid", Reason = "Bad email.", ReplayedAt = Now.AddHours(1) });

        again.ReplayProcessed(eventId, Now.AddHours(2)).Should().BeEquivalentTo(new { Status = DeliveryStatus.Processed, Code = (string?)null, Reason = (string?)null, EventId = eventId, ReplayedAt = Now.AddHours(2) });
    }

    [Test]
    public void S6_a_replay_of_what_the_sender_sent_again_is_a_duplicate()
    {
        var first = Make.Id<EventId>();

        Delivery.Skipped(Receipt, Reason).ReplayDuplicate(first, Now.AddHours(1)).Should()
            .BeEquivalentTo(new { Receipt.Id, Status = DeliveryStatus.Duplicate, EventId = first, Reason = (string?)null, Payload = "{}"u8.ToArray() });
    }

    [Test]
    public void A8_only_what_was_skipped_and_is_still_kept_can_be_replayed()
    {
        var forgotten = Delivery.Skipped(Receipt, Reason);
        forgotten.ForgetPayload();

        Refusal(Delivery.Processed(Receipt, Make.Id<EventId>())).Should().Be("deliveryProcessed");
        Refusal(Delivery.Duplicate(Receipt, Make.Id<EventId>())).Should().Be("deliveryDuplicate");
        Refusal(Delivery.Refused(Receipt, Mismatch)).Should().Be("deliveryRefused");
        Refusal(forgotten).Should().Be("deliveryPayloadGone");
    }

    [Test]
    public void L3_forgetting_leaves_what_became_of_it()
    {
        var delivery = Delivery.Skipped(Receipt, Reason);

        delivery.ForgetPayload();

        delivery.Should().BeEquivalentTo(new { Status = DeliveryStatus.Skipped, Code = "emailMissing", Payload = (byte[]?)null, Headers = (string?)null, Reason = (string?)null });
    }

    [Test]
    public void S7_a_valid_signature_is_no_refusal() =>
        FluentActions.Invoking(() => Delivery.Refused(Receipt, SignatureCheck.Valid)).Should().Throw<ArgumentException>();

    private static string Refusal(Delivery delivery)
    {
        var replay = FluentActions.Invoking(() => delivery.ReplayProcessed(Make.Id<EventId>(), Now)).Should().Throw<ConflictException>().Which.Code;
        FluentActions.Invoking(() => delivery.ReplaySkipped(Reason, Now)).Should().Throw<ConflictException>().Which.Code.Should().Be(replay);
        return replay;
    }
}
