using System.Text.Json;
using System.Text.Json.Serialization;
using Sendra.Domain.Common;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Contracts.Contacts;

/// <summary>Keeps a contact's fields as they were sent.</summary>
internal sealed class ContactRequestConverter : JsonConverter<ContactRequest>
{
    private static readonly RawJsonConverter Raw = new();

    public override ContactRequest Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(Raw.Read(ref reader, typeof(RawJson), options));

    public override void Write(Utf8JsonWriter writer, ContactRequest value, JsonSerializerOptions options) => Raw.Write(writer, value.Json, options);
}
