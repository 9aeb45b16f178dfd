using Sendra.Domain.Common;

namespace Sendra.Domain.EventSources;

/// <summary>Why a delivery made no event (S5): a stable code for programs and a sentence for people.</summary>
/// <param name="Code">One of <see cref="SkipCode"/>.</param>
/// <param name="Message">Which path, what stood there instead, and what to do about it.</param>
public sealed record SkipReason(string Code, string Message)
{
    /// <summary>Whether it was left out on purpose (S13), which is no fault.</summary>
    public bool IsIgnored => Code is SkipCode.EventNameNotTaken or SkipCode.MessageUnknown or SkipCode.NoContact;

    /// <summary>The source has no secret yet to check it with.</summary>
    public static SkipReason SecretMissing { get; } = new(
        SkipCode.SecretMissing, "This source checks signatures, but has no secret yet. Enter the one that the sender shows, then replay the delivery: it is checked then.");

    /// <summary>The sender asks for a key that the source does not have yet.</summary>
    public static SkipReason PublicKeyMissing { get; } = new(
        SkipCode.SecretMissing, "The sender wants to see its public key before it sends, but this source has none yet. Enter the public and the private key in the mapping, then let the sender check the URL again.");

    /// <summary>The sender's certificate, which says whether the signature is right, can't be fetched now.</summary>
    public static SkipReason CertificateUnavailable { get; } = new(
        SkipCode.CertificateUnavailable, "The sender's certificate can't be fetched from its server now, so the signature wasn't checked. Replay the delivery later: it is checked then.");

    /// <summary>It would bring an erased person back.</summary>
    public static SkipReason MessageUnknown { get; } = new(
        SkipCode.MessageUnknown, "This is about an email that Sendra sent and doesn't know here: its contact was erased, or it belongs to another workspace. A report makes no contact.");

    /// <summary>What it says is kept with its message.</summary>
    public static SkipReason NoContact { get; } = new(SkipCode.NoContact, "This was noted with its message. The address belongs to no contact, and a report makes none, so there is no event.");

    /// <summary>It is larger than a delivery can be (S10).</summary>
    /// <param name="what">What is; the beginning of the sentence.</param>
    internal static SkipReason TooLarge(string what) => new(
        SkipCode.BodyTooLarge, $"{what} has more than {Payload.MaxBytes / 1024} KiB, so it was neither read nor kept. Have the sender post less at a time.");

    /// <summary>The source does not take events of this name.</summary>
    /// <param name="name">The name as it came.</param>
    public static SkipReason Ignored(string name) =>
        new(SkipCode.EventNameNotTaken, $"The event is {Excerpt.Text(name)}, which isn't among the names that this source takes.");
}
