using System;
using System.Collections.Generic;
using MrsDiag.Facts;

namespace MrsDiag.MoveReports;

/// <summary>Sets fields of facts: empty texts count as missing, and what is there already stays.</summary>
internal static class FactValues
{
    /// <summary>Sets a field that is missing.</summary>
    public static void Put(this FactItem item, string field, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            item[field] ??= value;
    }

    /// <summary>Sets a field that is missing.</summary>
    public static void Put(this FactItem item, string field, double? value)
    {
        if (value is { } number)
            item[field] ??= number;
    }

    /// <summary>Sets a field that is missing.</summary>
    public static void Put(this FactItem item, string field, bool? value)
    {
        if (value is { } flag)
            item[field] ??= flag;
    }

    /// <summary>Sets a field that is missing.</summary>
    public static void Put(this FactItem item, string field, TimeSpan? value)
    {
        if (value is { } span)
            item[field] ??= span;
    }

    /// <summary>Sets a field that is missing.</summary>
    public static void Put(this FactItem item, string field, DateTime? value)
    {
        if (value is { } time)
            item[field] ??= time;
    }

    /// <summary>Sets a field that is missing.</summary>
    public static void Put(this FactItem item, string field, Version? value) => item[field] ??= value;

    /// <summary>Sets a field that is missing; an empty list is a value.</summary>
    public static void Put(this FactItem item, string field, IReadOnlyList<string>? value) => item[field] ??= value;

    /// <summary>A text field; empty where missing.</summary>
    public static string Text(this FactItem item, string field) => item[field] as string ?? "";
}
