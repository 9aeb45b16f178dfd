using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Sendra.Domain.Common;

namespace Sendra.Infrastructure.Persistence.Converters;

/// <summary>Raw JSON as text: a JSON column type would reorder keys and round numbers (E3).</summary>
internal sealed class RawJsonConverter() : ValueConverter<RawJson, string>(json => json.Text, text => new RawJson(text));
