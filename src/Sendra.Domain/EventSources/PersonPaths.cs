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
        var idProblem = ExternalId is null ? null : ReadId(ExternalId, ExternalId.Read(payload, headers), out externalId);
        if (Email is null)
        {
            (person, reason) = (externalId is null ? null : Person.With(externalId), idProblem);
            return person is not null;
        }

        var value = Email.Read(payload, headers);
        if (externalId is not null && IsAbsent(value))
        {
            (person, reason) = (Person.With(externalId), null);
            return true;
        }

        var isEmail = EmailAddress.TryParse(value.Text, out var email, out var problem);
        reason = value switch
        {
            _ when isEmail => null,
            { IsFound: false } => new(SkipCode.EmailMissing, $"There is no email at {At(Email)}: {value.Description}. {PayloadMapping.WhatNext}"),
            { Text: null } => new(SkipCode.EmailNotAString, $"At {At(Email)} stands {value.Description} instead of an email address. {PayloadMapping.WhatNext}"),
            _ => new(SkipCode.EmailInvalid, $"At {At(Email)} stands {value.Description}, but an email address {problem}. {PayloadMapping.WhatNext}"),
        };
        person = isEmail ? Person.At(email!, externalId) : null;
        if (isEmail && ExternalId?.Read(payload, headers) is { } id && externalId is null)
        {
            warnings.Add(new("externalId", IsAbsent(id) ? "missing" : "invalidValue", $"externalId was left unchanged. At {At(ExternalId)}: {id.Description}."));
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

        var id = $"At {At(ExternalId!)} stands {ExternalId!.Read(payload, headers).Description}, but no contact has this external id";
        var email = Email is null ? "" : $", and there is no email at {At(Email)}";
        return new(SkipCode.ContactUnknown, $"{id}{email}. Send an event with the person's email and this id, then replay the delivery.");
    }

    private static SkipReason? ReadId(PayloadPath path, PathValue value, out ExternalId? externalId)
    {
        var isId = Contacts.ExternalId.TryParse(value.Scalar, out externalId, out var problem);
        return value switch
        {
            _ when isId => null,
            { IsFound: false } => new(SkipCode.ExternalIdMissing, $"There is no external id at {At(path)}: {value.Description}. {PayloadMapping.WhatNext}"),
            { Scalar: null } => new(SkipCode.ExternalIdNotAString, $"At {At(path)} stands {value.Description} instead of an external id. {PayloadMapping.WhatNext}"),
            _ => new(SkipCode.ExternalIdInvalid, $"At {At(path)} stands {value.Description}, but an external id {problem}. {PayloadMapping.WhatNext}"),
        };
    }

    // Senders write null for "not given".
    private static bool IsAbsent(PathValue value) => !value.IsFound || value.RawJson == "null";

    private static string At(PayloadPath path) => $"`{path.Text}`";
}
