using Sendra.Domain.Contacts;

namespace Sendra.WebApi.Compat.Common;

/// <summary>
/// Names what a call sent and Sendra left out, in a header: <c>mailingLists=notUsed, plan=undeclared</c>. Answers in another product's form
/// have no place for it.
/// </summary>
internal static class CompatWarnings
{
    public const string Header = "Sendra-Warnings";

    /// <summary>Sendra has nothing that the field could mean.</summary>
    public const string NotUsed = "notUsed";

    private const string OfContact = "contactProperties.";
    private const int MaxLength = 4_000;

    /// <summary>Names fields that Sendra has no use for.</summary>
    public static void WarnNotUsed(this HttpResponse response, IEnumerable<string> fields) => response.Warn(fields.Select(field => (field, NotUsed)));

    /// <summary>Names what was left out of an event or a contact.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="warnings">What Sendra says of it.</param>
    /// <param name="externalId">The product's name of the external id.</param>
    /// <param name="properties">The product's name of the event's properties.</param>
    public static void Warn(this HttpResponse response, IEnumerable<ContactWarning> warnings, string externalId, string properties) => response.Warn(
        from warning in warnings
        let field = warning.Field.StartsWith(OfContact, StringComparison.Ordinal) ? warning.Field[OfContact.Length..]
            : warning.Field == "externalId" ? externalId
            : warning.Field.Replace("eventProperties", properties, StringComparison.Ordinal)
        select (field, warning.Code));

    private static void Warn(this HttpResponse response, IEnumerable<(string Field, string Code)> warnings)
    {
        var header = response.Headers[Header].ToString();
        foreach (var (field, code) in warnings)
        {
            // Names may be anything, a header only ASCII.
            var warning = $"{Uri.EscapeDataString(field)}={code}";
            if (header.Length + warning.Length > MaxLength)
            {
                header += ", ...";
                break;
            }

            header += header.Length == 0 ? warning : $", {warning}";
        }

        if (header.Length > 0)
        {
            response.Headers[Header] = header;
        }
    }
}
