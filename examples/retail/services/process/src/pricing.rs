//! What things cost: list prices of the ERP, less what the loyalty program takes off.

use std::collections::{BTreeMap, BTreeSet};

use order_process_v2::erp::operations::list_products;
use order_process_v2::erp::{ErpSystem, ProductSort};
use retail_models::common::{Amount, Currency, Money, Percentage};
use retail_models::customer::LoyaltyLevel;
use retail_models::inventory::{Product, Quantity, ReservedLine, Sku};
use retail_models::order::{Discount, OrderLine, PercentageDiscount};
use retail_relay::relayed;
use tiebeam::types::Decimal;
use tiebeam::{Context, PageRequest, Problem};

/// Why something has no price.
pub enum Unpriced {
    /// The ERP does not know the product, or does not sell it any more.
    Unknown(Sku),
    /// The ERP did not answer.
    Other(Problem),
}

/// A basket with prices.
pub struct Priced {
    /// What is in it.
    pub lines: Vec<OrderLine>,
    /// What makes it cheaper.
    pub discounts: Vec<Discount>,
    /// What it comes to.
    pub total: Money,
    /// What it weighs, in kilograms.
    pub weight: f64,
}

impl Priced {
    /// What to set aside for it.
    pub fn reserved_lines(&self) -> Vec<ReservedLine> {
        self.lines
            .iter()
            .map(|line| ReservedLine { sku: line.sku.clone(), quantity: line.quantity })
            .collect()
    }
}

/// Prices a basket.
pub async fn price(
    erp: &impl ErpSystem,
    context: &Context,
    lines: impl IntoIterator<Item = (Sku, Quantity)>,
    loyalty: Option<&LoyaltyLevel>,
) -> Result<Priced, Unpriced> {
    let wanted: Vec<(Sku, Quantity)> = lines.into_iter().collect();
    let products = products(erp, context, wanted.iter().map(|(sku, _)| sku)).await?;
    let mut priced = Vec::new();
    let mut sum = Decimal::ZERO;
    let mut weight = 0.0;
    for (sku, quantity) in wanted {
        let Some(product) = products.get(&sku) else {
            return Err(Unpriced::Unknown(sku));
        };
        sum += product.price.amount.0 * Decimal::from(quantity.0);
        weight += product.weight * f64::from(quantity.0);
        let (name, unit_price) = (product.name.clone(), product.price.clone());
        priced.push(OrderLine { sku, name, quantity, unit_price });
    }
    let discounts: Vec<Discount> = loyalty.and_then(loyalty_discount).into_iter().collect();
    let total = money(less(sum, &discounts));
    Ok(Priced { lines: priced, discounts, total, weight })
}

/// The products with these numbers, by number.
async fn products<'a>(
    erp: &impl ErpSystem,
    context: &Context,
    skus: impl Iterator<Item = &'a Sku>,
) -> Result<BTreeMap<Sku, Product>, Unpriced> {
    let skus: BTreeSet<&Sku> = skus.collect();
    let request = list_products::Request {
        sku: skus.into_iter().cloned().collect(),
        category: None,
        max_price: None,
        sort: ProductSort::Sku,
        page: PageRequest { limit: 100, cursor: None },
    };
    let page = erp
        .list_products(context, request)
        .await
        .map_err(|list_products::Error::Other(problem)| Unpriced::Other(relayed(problem)))?;
    Ok(page.items.into_iter().map(|product| (product.sku.clone(), product)).collect())
}

/// What a level of the loyalty program takes off.
fn loyalty_discount(loyalty: &LoyaltyLevel) -> Option<Discount> {
    let percent = match loyalty {
        LoyaltyLevel::Silver => 2,
        LoyaltyLevel::Gold => 5,
        LoyaltyLevel::Platinum => 8,
        _ => return None,
    };
    Some(Discount::Percentage(PercentageDiscount {
        percent: Percentage(Decimal::from(percent)),
        reason: format!("Loyalty level {loyalty}"),
    }))
}

/// A sum after its discounts, in the order written, never below zero, to the cent.
fn less(sum: Decimal, discounts: &[Discount]) -> Decimal {
    let rest = discounts.iter().fold(sum, |rest, discount| match discount {
        Discount::Percentage(share) => rest - rest * share.percent.0 / Decimal::ONE_HUNDRED,
        Discount::Voucher(voucher) => rest - voucher.amount.amount.0,
        Discount::Unknown(_) => rest,
    });
    rest.max(Decimal::ZERO).round_dp(2)
}

/// All our prices are in euro.
fn money(amount: Decimal) -> Money {
    Money { amount: Amount(amount), currency: Currency("EUR".to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::{less, loyalty_discount};
    use retail_models::customer::LoyaltyLevel;
    use tiebeam::types::Decimal;

    #[test]
    fn gold_customers_pay_five_percent_less() {
        let discounts = [loyalty_discount(&LoyaltyLevel::Gold).expect("gold has a discount")];
        assert_eq!(less(Decimal::new(99_80, 2), &discounts), Decimal::new(94_81, 2));
    }

    #[test]
    fn a_level_that_we_do_not_know_has_no_discount() {
        assert!(loyalty_discount(&LoyaltyLevel::from("diamond".to_owned())).is_none());
    }
}
