"""Charts (biểu đồ): what they show, their specification, and how they are drawn."""
