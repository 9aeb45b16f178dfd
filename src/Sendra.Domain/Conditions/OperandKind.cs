namespace Sendra.Domain.Conditions;

/// <summary>What an operator takes beside the field.</summary>
internal enum OperandKind
{
    /// <summary>No value.</summary>
    None,

    /// <summary>Text, a number or a boolean.</summary>
    Scalar,

    Text,

    /// <summary>Text or a number, or a date field with a date.</summary>
    Ordered,

    Date,

    /// <summary>A list of scalars.</summary>
    List,

    /// <summary>A duration, which can't be read from a field.</summary>
    Duration,
}
