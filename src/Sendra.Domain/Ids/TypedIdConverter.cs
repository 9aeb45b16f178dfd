using System.ComponentModel;
using System.Globalization;

namespace Sendra.Domain.Ids;

/// <summary>Reads ids in routes and queries, as texts of a <see cref="Guid"/>.</summary>
/// <param name="type">The kind of id.</param>
public sealed class TypedIdConverter(Type type) : TypeConverter
{
    private static readonly TypeConverter Guids = TypeDescriptor.GetConverter(typeof(Guid));

    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) => sourceType == typeof(string);

    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
        Activator.CreateInstance(type, Guids.ConvertFrom(context, culture, value));
}
