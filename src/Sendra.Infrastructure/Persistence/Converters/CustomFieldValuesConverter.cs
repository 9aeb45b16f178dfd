using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Sendra.Domain.Common;
using Sendra.Domain.Contacts;

namespace Sendra.Infrastructure.Persistence.Converters;

/// <summary>Custom field values as the text of their JSON object.</summary>
internal sealed class CustomFieldValuesConverter() : ValueConverter<CustomFieldValues, string>(
    values => values.Json.Text, text => new CustomFieldValues(new RawJson(text)));
