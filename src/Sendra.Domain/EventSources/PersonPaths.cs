using System.Diagnostics.CodeAnalysis;
using Sendra.Domain.Contacts;

namespace Sendra.Domain.EventSources;

/// <summary>Where a delivery says whose event it is: by an email, by the sender's own id of the person, or by both (E0, S2).</summary>
public sealed class PersonPaths
{
    private PersonPaths(PayloadPath? email, PayloadPath? externalId) => (Email, ExternalId) = (email, externalId);

    /// <summary>Where the email is; null when there is only the external id.</summary>
    public PayloadPath? Email { get; }

    /// <summary>Where the external id is, or null.</summary>
    public PayloadPath? ExternalId { get; }

    internal static PersonPaths At(PayloadPath email, PayloadPath? externalId) => new(email, externalId);

    internal static PersonPaths AtId(PayloadPath externalId) => new(null, externalId);

    /// <summary>Reads the person. With both paths, the external id is enough where there is no email, and where there is one, a bad id is only left out.</summary>
    internal bool TryRead(
        Payload payload,
        RequestHeaders headers,
        List<ContactWarning> warnings,
        [NotNullWhen(true)] out Person? person,
        [NotNullWhen(false)] out SkipReason? reason)
    {
        ExternalId? externalId = null;
        var idProblem = ExternalId is null ? null : ReadId(ExternalId, IdIn(payload, headers), out externalId);
        if (Email is null)
        {
            (person, reason) = (externalId is null ? null : Person.With(externalId), idProblem);
            return person is not null;
        }

        var value = Email.Read(payload, headers, found => EmailAddress.TryParse(found.Text, out _, out _));
        if (externalId is not null && !value.IsGiven)
        {
            (person, reason) = (Person.With(externalId), null);
            return true;
        }

        var isEmail = EmailAddress.TryParse(value.Text, out var email, out var problem);
        reason = isEmail ? null : WantedValue.Email.Missed(Email, value, value.Text, problem);
        person = isEmail ? Person.At(email!, externalId) : null;
        if (isEmail && ExternalId is not null && externalId is null)
        {
            var id = IdIn(payload, headers);
            warnings.Add(new("externalId", id.IsGiven ? "invalidValue" : "missing", $"externalId was left unchanged. {(id.IsOfSeveral ? id.Description : $"At {At(ExternalId)}: {id.Description}")}."));
        }

        return isEmail;
    }

    /// <summary>Why a delivery is skipped when nobody has the id that it names its contact by, and by nothing else.</summary>
    internal SkipReason? SkipWhenUnknown(Person person, Payload payload, RequestHeaders headers)
    {
        if (person.Email is not null)
        {
            return null;
        }

        var id = $"At {At(ExternalId!)} stands {IdIn(payload, headers).Description}, but no contact has this external id";
        var email = Email is null ? "" : $", and there is no email at {At(Email)}";
        return new(SkipCode.ContactUnknown, $"{id}{email}. Send an event with the person's email and this id, then replay the delivery.");
    }

    private PathValue IdIn(Payload payload, RequestHeaders headers) =>
        ExternalId!.Read(payload, headers, found => Contacts.ExternalId.TryParse(found.Scalar, out _, out _));

    private static SkipReason? ReadId(PayloadPath path, PathValue value, out ExternalId? externalId) =>
        Contacts.ExternalId.TryParse(value.Scalar, out externalId, out var problem)
            ? null
            : WantedValue.ExternalId.Missed(path, value, value.Scalar, problem);

    private static string At(PayloadPath path) => $"`{path.Text}`";
}
